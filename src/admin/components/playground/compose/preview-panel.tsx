import { Alert, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useVariableName } from "../../../hooks/use-variable-name"
import { isNothingLeft } from "../../../lib/playground/is-nothing-left"
import { isPromptTheMail, toMail } from "../../../lib/playground/mail-preview"
import type { Campaign, Preview } from "../../../lib/playground/types"
import { ErrorNotice } from "../../common/error-notice"
import { EmailText } from "../drafts/email-text"
import { InstructionText } from "./instruction-text"
import { PreviewLeadPicker } from "./preview-lead-picker"
import { PreviewMessages } from "./preview-messages"

interface PreviewPanelProps {
  campaign: Campaign
  preview: Preview | undefined
  error: Error | null
  onLeadChange: (leadId: string) => void
}

/** The mail for one lead, or what a model would be asked for one. Spends nothing. */
export const PreviewPanel = ({ campaign, preview, error, onLeadChange }: PreviewPanelProps) => {
  const { t } = useTranslation("playground")
  return (
    <div className="flex flex-col gap-y-4">
      <PreviewLeadPicker
        campaignId={campaign.id}
        shownLeadId={preview?.campaign_lead_id ?? null}
        onChange={onLeadChange}
      />
      {error && isNothingLeft(error) && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("preview.nothingLeft")}
        </Text>
      )}
      {error && !isNothingLeft(error) && <ErrorNotice title={t("preview.failed")} error={error} />}
      {preview && !error && <PreviewBody campaign={campaign} preview={preview} />}
      {!preview && !error && <Skeleton className="h-40 w-full" />}
    </div>
  )
}

const PreviewBody = ({ campaign, preview }: { campaign: Campaign; preview: Preview }) => {
  const { t } = useTranslation("playground")
  const nameOf = useVariableName()
  const { missing_variables: missing, messages, rendered_prompt, instruction } = preview
  if (rendered_prompt === null || instruction === null) {
    return (
      <Alert variant="warning">
        {t("preview.missing", { names: missing.map(nameOf).join(", ") })}
        <br />
        {t("preview.missingHint", { example: `{{ ${missing[0]} | default: "…" }}` })}
      </Alert>
    )
  }
  if (isPromptTheMail(preview)) return <EmailText {...toMail(rendered_prompt, campaign.name)} />
  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small" className="text-ui-fg-subtle">
        {t("preview.asked")}
      </Text>
      <InstructionText instruction={instruction} />
      {messages.length > 0 && (
        <details>
          <summary className="txt-compact-small text-ui-fg-subtle w-fit cursor-pointer">
            {t("preview.exact")}
          </summary>
          <div className="pt-3">
            <PreviewMessages messages={messages} />
          </div>
        </details>
      )}
    </div>
  )
}
