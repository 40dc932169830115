import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Composer } from "../../../hooks/use-composer"
import { useVariableName } from "../../../hooks/use-variable-name"
import type { LeadSelection } from "../../../hooks/use-lead-selection"
import { withFallback } from "../../../lib/playground/prompt-problems"
import type { BatchPreview, Preview } from "../../../lib/playground/types"

interface MissingNoticeProps {
  batch: BatchPreview
  preview: Preview
  composer: Composer
  leads: LeadSelection
  onGoOn: () => void
}

/** Which leads would fail for want of a value, with three ways out, each one click. */
export const MissingNotice = (props: MissingNoticeProps) => {
  const { batch, preview, composer, leads, onGoOn } = props
  const { t } = useTranslation("playground")
  const nameOf = useVariableName()
  const giveFallback = (variable: string) => {
    const fallback = t([`fallbacks.${variable.replace(/^lead\./, "")}`, "fallbacks.other"])
    composer.setPrompt(withFallback(composer.prompt.trim() || preview.prompt, variable, fallback))
  }
  return (
    <Alert variant="warning">
      <ul className="flex flex-col gap-y-2">
        {batch.missing.map(({ variable, count }) => (
          <li key={variable} className="flex flex-wrap items-center gap-2">
            <span>
              {t("missing.lack", {
                count,
                total: batch.total,
                variable: nameOf(variable),
              })}
            </span>
            <Button
              type="button"
              size="small"
              variant="secondary"
              aria-label={`${t("missing.fallback")}: ${nameOf(variable)}`}
              onClick={() => giveFallback(variable)}
            >
              {t("missing.fallback")}
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 pt-2">
        {batch.ready > 0 && (
          <Button
            type="button"
            size="small"
            variant="secondary"
            onClick={() => leads.pick(preview.ready_lead_ids)}
          >
            {t("missing.skip", { count: batch.total - batch.ready })}
          </Button>
        )}
        <Button type="button" size="small" variant="transparent" onClick={onGoOn}>
          {t("missing.goOn")}
        </Button>
      </div>
    </Alert>
  )
}
