import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { WayOut } from "./way-out"

/** What a campaign needs before it can send at all, with one click to it. */
export const NoFooter = ({ campaignId }: { campaignId: string }) => {
  const { t } = useTranslation("send")
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
      <div className="min-w-0">
        <Text size="small" weight="plus">
          {t("noFooter.title")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("noFooter.hint")}
        </Text>
      </div>
      <WayOut campaignId={campaignId} reason="no_footer" />
    </div>
  )
}
