import { Button, Text } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { useLast } from "../../../hooks/common/use-last"
import { useReason } from "../../../hooks/common/use-reason"
import type { Composer } from "../../../hooks/use-composer"
import { isNothingLeft } from "../../../lib/playground/is-nothing-left"
import { isNamed } from "../../../lib/playground/lead-selection"
import { ErrorNotice } from "../../common/error-notice"
import { Estimate } from "./estimate"
import { LeadCountField } from "./lead-count-field"
import { LeadPicker } from "./lead-picker"
import { MissingNotice } from "./missing-notice"
import { SelectionField } from "./selection-field"
import { StepField } from "./step-field"
import { WithdrawnNotice } from "./withdrawn-notice"

interface GenerateBarProps {
  campaignId: string
  steps: readonly number[]
  composer: Composer
}

/** Step, which leads, what would go wrong, what it will cost, and the button. */
export const GenerateBar = ({ campaignId, steps, composer }: GenerateBarProps) => {
  const { t } = useTranslation("playground")
  const reasonOf = useReason()
  const { preview, generate, leads, stepIndex } = composer
  const [isPicking, setPicking] = useState(false)
  /** For which missing values somebody has said that they do not matter. */
  const [passedOver, setPassedOver] = useState("")
  const batch = preview.data?.batch
  // The estimate stays while the prompt is being mended.
  const last = useLast(preview.data)
  const missing = JSON.stringify(batch?.missing ?? [])
  const isBlocked = preview.error !== null || batch?.ready === 0
  const canRun = leads.input !== null && !isBlocked && !generate.isPending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canRun) generate.run()
  }
  return (
    <form className="flex flex-col gap-y-4 px-6 py-4" onSubmit={submit}>
      {generate.error && <ErrorNotice title={t("generate.failed")} error={generate.error} />}
      {preview.data && batch && batch.missing.length > 0 && passedOver !== missing && (
        <MissingNotice
          batch={batch}
          preview={preview.data}
          composer={composer}
          leads={leads}
          onGoOn={() => setPassedOver(missing)}
        />
      )}
      <div className="flex flex-col gap-4 lg:flex-row lg:items-end">
        <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-[120px_minmax(0,1fr)_120px] lg:w-[560px]">
          <StepField steps={steps} value={stepIndex} onChange={composer.onStepChange} />
          <SelectionField leads={leads} onPick={() => setPicking(true)} />
          {!isNamed(leads.selection) && (
            <LeadCountField
              value={leads.leadCount}
              onChange={leads.setLeadCount}
              isValid={leads.isLeadCountValid}
            />
          )}
        </div>
        <div className="min-w-0 flex-1">
          {last && <Estimate preview={last} />}
          {batch && <WithdrawnNotice count={batch.withdrawn} />}
          {isBlocked && (
            <Text
              size="small"
              className={isNothingLeft(preview.error) ? "text-ui-fg-subtle" : "text-ui-fg-error"}
              aria-live="polite"
            >
              {preview.error
                ? reasonOf(preview.error)
                : t(batch?.total === 0 ? "generate.nobody" : "generate.noneReady")}
            </Text>
          )}
        </div>
        <Button type="submit" isLoading={generate.isPending} disabled={!canRun}>
          {t("generate.action")}
        </Button>
      </div>
      {isPicking && (
        <LeadPicker
          campaignId={campaignId}
          stepIndex={stepIndex}
          initial={leads.picked}
          onPick={leads.pick}
          onClose={() => setPicking(false)}
        />
      )}
    </form>
  )
}
