import { Button, Container, Label, Text, Textarea, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { useKeptTexts } from "../../../hooks/common/use-kept-texts"
import { useSendingActions, useSendingSettings } from "../../../hooks/use-sending"
import { keptFooters } from "../../../lib/playground/kept"
import { renderFooter } from "../../../../mail/footer"
import { FOOTER_ID } from "./way-out"

interface FooterEditorProps {
  campaignId: string
}

/** What stands below every mail, as the recipient sees it, and the way to change it. */
export const FooterEditor = ({ campaignId }: FooterEditorProps) => {
  const { t } = useTranslation("send")
  const { data: settings } = useSendingSettings(campaignId)
  const { saveSettings } = useSendingActions(campaignId)
  const tellFailure = useFailureToast()
  const typed = useKeptTexts(keptFooters).get(campaignId)
  const saved = settings?.footer ?? ""
  const type = (text: string) => {
    if (text === saved) keptFooters.drop(campaignId)
    else keptFooters.keep(campaignId, text)
  }
  const save = (text: string) =>
    saveSettings.mutate(
      { footer: text },
      {
        onSuccess: () => {
          // Whoever has gone on typing in the meantime keeps that.
          if (keptFooters.entries.get(campaignId) === text) keptFooters.drop(campaignId)
          toast.success(t("footer.saved"))
        },
        onError: (error) => tellFailure(t("footer.failed"), error),
      }
    )
  return (
    <Container className="flex flex-col gap-y-3 px-6 py-4">
      <div>
        <Label htmlFor={FOOTER_ID} size="small" weight="plus">
          {t("footer.label")}
        </Label>
        <Text id="send-footer-hint" size="small" className="text-ui-fg-subtle">
          {t("footer.hint", { url: "{{ unsubscribe_url }}" })}
        </Text>
      </div>
      <Textarea
        id={FOOTER_ID}
        aria-describedby="send-footer-hint"
        rows={3}
        maxLength={5_000}
        placeholder={t("footer.placeholder")}
        disabled={settings === undefined}
        value={typed ?? saved}
        onChange={({ target }) => type(target.value)}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button
          size="small"
          variant="secondary"
          disabled={typed === undefined}
          isLoading={saveSettings.isPending}
          onClick={() => save(typed ?? saved)}
        >
          {t("footer.save")}
        </Button>
        {typed !== undefined && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("footer.notSaved")}
          </Text>
        )}
      </div>
      {saved && (
        <figure className="flex flex-col gap-y-1">
          <figcaption className="txt-small text-ui-fg-subtle">{t("footer.preview")}</figcaption>
          <pre className="txt-small text-ui-fg-subtle bg-ui-bg-subtle whitespace-pre-wrap break-words rounded p-3 font-sans">
            {`-- \n${renderFooter(saved, t("footer.link"))}`}
          </pre>
        </figure>
      )}
    </Container>
  )
}
