import { Alert, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Preview } from "../../../lib/playground/types"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { PreviewLeadPicker } from "./preview-lead-picker"
import { PreviewMessages } from "./preview-messages"

interface PreviewSectionProps {
  campaignId: string
  preview: Preview | undefined
  error: Error | null
  onLeadChange: (leadId: string) => void
}

/** What the generator would be sent for one lead. Spends nothing. */
export const PreviewSection = (props: PreviewSectionProps) => {
  const { campaignId, preview, error, onLeadChange } = props
  const { t } = useTranslation("playground")
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col px-6 py-4">
        <Heading level="h2">{t("preview.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("preview.hint")}
        </Text>
      </div>
      <PreviewLeadPicker
        campaignId={campaignId}
        shownLeadId={preview?.campaign_lead_id ?? null}
        onChange={onLeadChange}
      />
      {error && (
        <div className="px-6 py-4">
          <ErrorNotice title={t("preview.failed")} error={error} />
        </div>
      )}
      {preview && !error && <PreviewBody preview={preview} />}
      {!preview && !error && <RowsSkeleton rows={3} />}
    </Container>
  )
}

const PreviewBody = ({ preview }: { preview: Preview }) => {
  const { t } = useTranslation("playground")
  const { missing_variables: missing, messages, rendered_prompt } = preview
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      {missing.length > 0 && (
        <Alert variant="warning">
          {t("preview.missing", { names: missing.join(", ") })}
          <br />
          {t("preview.missingHint", { example: `{{ ${missing[0]} | default: "…" }}` })}
        </Alert>
      )}
      {messages.length > 0 && <PreviewMessages messages={messages} />}
      {messages.length === 0 && rendered_prompt !== null && (
        <PreviewMessages messages={[{ role: "user", content: rendered_prompt }]} />
      )}
    </div>
  )
}
