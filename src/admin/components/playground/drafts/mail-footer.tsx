import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePlaygroundAddress } from "../../../hooks/use-playground-address"
import { useSendingSettings } from "../../../hooks/use-sending"
import { renderFooter } from "../../../../mail/footer"

/** What is added below the text when it is sent, or that nothing is sent without it. */
export const MailFooter = ({ campaignId }: { campaignId: string }) => {
  const { t } = useTranslation("send")
  const { showTab } = usePlaygroundAddress()
  const { data: settings } = useSendingSettings(campaignId)
  if (!settings) return null
  if (!settings.footer) {
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-dashed pt-3">
        <Text size="small" className="text-ui-fg-subtle">
          {t("footer.missing")}
        </Text>
        <Button size="small" variant="transparent" onClick={() => showTab("send")}>
          {t("ways.footer")}
        </Button>
      </div>
    )
  }
  return (
    <figure className="flex flex-col gap-y-1 border-t border-dashed pt-3">
      <figcaption className="txt-small text-ui-fg-subtle">{t("footer.added")}</figcaption>
      <div dir="auto" className="txt-small text-ui-fg-subtle whitespace-pre-wrap break-words">
        {renderFooter(settings.footer, t("footer.link"))}
      </div>
    </figure>
  )
}
