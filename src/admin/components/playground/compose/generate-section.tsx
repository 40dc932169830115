import { Button, Container, Heading } from "@medusajs/ui"
import type { FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { Preview } from "../../../lib/playground/types"
import { ErrorNotice } from "../../common/error-notice"
import { Estimate } from "./estimate"
import { LeadCountField } from "./lead-count-field"
import { StepField } from "./step-field"

interface GenerateSectionProps {
  steps: readonly number[]
  stepIndex: number
  onStepChange: (stepIndex: number) => void
  leadCount: string
  onLeadCountChange: (count: string) => void
  isLeadCountValid: boolean
  preview: Preview | undefined
  generate: { isPending: boolean; error: Error | null; run: () => void }
}

/** Step, number of leads, what it will cost, and the button. */
export const GenerateSection = (props: GenerateSectionProps) => {
  const { preview, generate, isLeadCountValid } = props
  const { t } = useTranslation("playground")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isLeadCountValid && !generate.isPending) generate.run()
  }
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("generate.title")}</Heading>
      </div>
      <form className="flex flex-col gap-y-4 px-6 py-4" onSubmit={submit}>
        <div className="grid grid-cols-2 items-start gap-4">
          <StepField steps={props.steps} value={props.stepIndex} onChange={props.onStepChange} />
          <LeadCountField
            value={props.leadCount}
            onChange={props.onLeadCountChange}
            isValid={isLeadCountValid}
          />
        </div>
        {preview && <Estimate preview={preview} />}
        {generate.error && <ErrorNotice title={t("generate.failed")} error={generate.error} />}
        <Button
          type="submit"
          className="w-full"
          isLoading={generate.isPending}
          disabled={generate.isPending || !isLeadCountValid}
        >
          {t("generate.action")}
        </Button>
      </form>
    </Container>
  )
}
