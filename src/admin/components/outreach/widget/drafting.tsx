import { Button, Text } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { usePreview } from "../../../hooks/use-prompts"
import { useBatches } from "../../../hooks/use-batches"
import { useFormat } from "../../../hooks/common/use-format"
import { useBatchProgress } from "../../../hooks/use-batch-progress"
import { useLeadCount } from "../../../hooks/use-leads"
import { useGenerateDrafts } from "../../../hooks/use-batches"
import type { Campaign } from "../../../lib/outreach/types"
import { isNothingLeft } from "../../../lib/playground/is-nothing-left"
import { parseLeadCount, usualLeadCount } from "../../../lib/playground/lead-count"
import { BatchStatusBadge } from "../../playground/common/batch-status-badge"
import { ErrorNotice } from "../../common/error-notice"
import { Estimate } from "../../playground/compose/estimate"
import { LeadCountField } from "../../playground/compose/lead-count-field"
import { StepField } from "../../playground/compose/step-field"
import { WithdrawnNotice } from "../../playground/compose/withdrawn-notice"
import { ProgressBar } from "../../playground/progress/progress-bar"

const LAST_BATCHES = 3

interface DraftingProps {
  campaign: Campaign
  /** Those with a variant that is drafted per lead. */
  steps: readonly [number, ...number[]]
  /** How many leads the campaign has. */
  leadCount: number
}

/** The short way to drafts: step, number, button, progress. */
export const Drafting = ({ campaign, steps, leadCount }: DraftingProps) => {
  const { t } = useTranslation("outreach")
  const { t: tPlayground } = useTranslation("playground")
  const format = useFormat()
  const [step, setStep] = useState(steps[0])
  const [typed, setTyped] = useState<string | null>(null)
  const undrafted = useLeadCount(campaign.id, {
    step_index: step,
    variant_type: "PERSONALIZATION",
    approved: false,
    has_draft: false,
  })
  const leads = typed ?? usualLeadCount(undrafted || leadCount)
  const count = parseLeadCount(leads)
  const generate = useGenerateDrafts(campaign.id)
  const preview = usePreview(campaign.id, {
    step_index: step,
    n_leads: count ?? 1,
    lead_selection: "undrafted",
  })
  const batches = useBatches(campaign.id, { limit: LAST_BATCHES }).data?.batches ?? []
  const progress = useBatchProgress(campaign.id, batches[0]?.id ?? null)
  const error = generate.error ?? preview.error
  const isDone = isNothingLeft(error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (count !== null)
      generate.mutate({ step_index: step, n_leads: count, lead_selection: "undrafted" })
  }
  return (
    <>
      <form className="flex flex-col gap-y-4 px-6 py-4" onSubmit={submit}>
        <div className="grid grid-cols-2 items-start gap-4">
          <StepField steps={steps} value={step} onChange={setStep} />
          <LeadCountField value={leads} onChange={setTyped} isValid={count !== null} />
        </div>
        {preview.data && (
          <Text size="small" className="text-ui-fg-subtle line-clamp-3 whitespace-pre-wrap">
            {`${tPlayground(`promptSource.${preview.data.prompt_source}`)}: ${preview.data.prompt}`}
          </Text>
        )}
        {preview.data && <Estimate preview={preview.data} />}
        {preview.data && <WithdrawnNotice count={preview.data.batch.withdrawn} />}
        {isDone && (
          <Text size="small" className="text-ui-fg-subtle" aria-live="polite">
            {t("widget.nothingLeft")}
          </Text>
        )}
        {error && !isDone && <ErrorNotice title={tPlayground("generate.failed")} error={error} />}
        <Button
          type="submit"
          isLoading={generate.isPending}
          disabled={
            generate.isPending || count === null || isDone || preview.data?.batch.ready === 0
          }
        >
          {tPlayground("generate.action")}
        </Button>
      </form>
      {progress.data && (
        <div className="px-6 py-4">
          <ProgressBar counts={progress.data.overall} />
        </div>
      )}
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <Text size="small" weight="plus">
          {t("widget.last")}
        </Text>
        {batches.length === 0 && <Text size="small">{t("widget.noBatch")}</Text>}
        <ul className="flex flex-col gap-y-2">
          {batches.map((batch) => (
            <li key={batch.id} className="flex items-center justify-between gap-x-2">
              <Link
                to={`/outreach/${campaign.id}/playground?batch_id=${batch.id}`}
                className="txt-compact-small"
              >
                {format.dateTime(batch.created_at)}
              </Link>
              <BatchStatusBadge status={batch.status} counts={batch.counts} />
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
