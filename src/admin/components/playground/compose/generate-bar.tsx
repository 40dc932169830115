import { Button } from "@medusajs/ui"
import type { FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { Composer } from "../../../hooks/use-composer"
import { ErrorNotice } from "../../common/error-notice"
import { Estimate } from "./estimate"
import { LeadCountField } from "./lead-count-field"
import { StepField } from "./step-field"

interface GenerateBarProps {
  steps: readonly number[]
  composer: Composer
}

/** Step, number of leads, what it will cost, and the button. */
export const GenerateBar = ({ steps, composer }: GenerateBarProps) => {
  const { t } = useTranslation("playground")
  const { preview, generate, isLeadCountValid } = composer
  const canRun = isLeadCountValid && !preview.error && !generate.isPending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canRun) generate.run()
  }
  return (
    <form className="flex flex-col gap-y-4 px-6 py-4" onSubmit={submit}>
      {generate.error && <ErrorNotice title={t("generate.failed")} error={generate.error} />}
      <div className="flex flex-col gap-4 lg:flex-row lg:items-end">
        <div className="grid grid-cols-2 items-start gap-4 lg:w-[320px]">
          <StepField steps={steps} value={composer.stepIndex} onChange={composer.onStepChange} />
          <LeadCountField
            value={composer.leadCount}
            onChange={composer.onLeadCountChange}
            isValid={isLeadCountValid}
          />
        </div>
        <div className="min-w-0 flex-1">{preview.data && <Estimate preview={preview.data} />}</div>
        <Button type="submit" isLoading={generate.isPending} disabled={!canRun}>
          {t("generate.action")}
        </Button>
      </div>
    </form>
  )
}
