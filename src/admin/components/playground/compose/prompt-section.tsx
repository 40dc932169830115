import { Badge, Button, Container, Heading, Hint } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useReason } from "../../../hooks/common/use-reason"
import type { Campaign, Preview } from "../../../lib/playground/types"
import { PromptField } from "./prompt-field"

interface PromptSectionProps {
  campaign: Campaign
  value: string
  onChange: (value: string) => void
  placeholders: readonly string[]
  /** Undefined until the server has resolved the prompt. */
  preview: Preview | undefined
  /** Why it could not. */
  error: Error | null
}

/** Where the prompt is written. Names the source of the one that will be used. */
export const PromptSection = (props: PromptSectionProps) => {
  const { campaign, value, onChange, placeholders, preview, error } = props
  const { t } = useTranslation("playground")
  const reasonOf = useReason()
  const isBlank = value.trim() === ""
  const source = isBlank ? preview?.prompt_source : "request"
  // While the field was filled, the last answer was about its own text.
  const inherited = preview && preview.prompt_source !== "request" ? preview.prompt : ""
  const missing = preview?.missing_variables ?? []
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div className="flex flex-col">
          <Heading>{t("title")}</Heading>
          <Link
            to={`/outreach/${campaign.id}`}
            className="txt-compact-small text-ui-fg-subtle hover:text-ui-fg-base w-fit"
          >
            {campaign.name}
          </Link>
        </div>
        {source && <Badge size="2xsmall">{t(`promptSource.${source}`)}</Badge>}
      </div>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <PromptField
          value={value}
          onChange={onChange}
          inherited={inherited}
          placeholders={placeholders}
        />
        {error && <Hint variant="error">{reasonOf(error)}</Hint>}
        {!error && missing.length > 0 && (
          <Hint variant="error">{t("prompt.missing", { names: missing.join(", ") })}</Hint>
        )}
        <div className="flex flex-wrap gap-2">
          {isBlank ? (
            <Button
              size="small"
              variant="secondary"
              disabled={!inherited}
              onClick={() => onChange(inherited)}
            >
              {t("prompt.startFrom")}
            </Button>
          ) : (
            <Button size="small" variant="secondary" onClick={() => onChange("")}>
              {t("prompt.clear")}
            </Button>
          )}
        </div>
      </div>
    </Container>
  )
}
