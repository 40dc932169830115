import { Button, Container } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import { useChecks } from "../../../hooks/use-checks"
import { useTestSet } from "../../../hooks/use-test-sets"
import { ErrorNotice } from "../../common/error-notice"
import { RequestedBy } from "../../common/requested-by"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { SectionHeader } from "../../common/section-header"
import { EvaluationList } from "./evaluation-list"
import { PipelineSection } from "./pipeline-section"
import { RunForm } from "./run-form"
import { TestLeadList } from "./test-lead-list"
import { useDeleteTestSet } from "./use-delete-test-set"

interface TestSetDetailProps {
  campaignId: string
  testSetId: string
  steps: readonly number[]
  stepIndex: number
  /** What stands in the prompt's field. */
  written: string
  onUsePrompt: (prompt: string) => void
  onClose: () => void
}

/** One test set: what ran against it, and its leads. */
export const TestSetDetail = (props: TestSetDetailProps) => {
  const { campaignId, testSetId, steps, stepIndex, written, onUsePrompt, onClose } = props
  const { t } = useTranslation("testSets")
  const format = useFormat()
  const remove = useDeleteTestSet(campaignId)
  const [isRunning, setRunning] = useState(false)
  const { data: testSet, error } = useTestSet(campaignId, testSetId)
  const { data: checks } = useChecks(campaignId)
  const hasChecks = (checks?.checks.length ?? 0) > 0
  const back = (
    <Button size="small" variant="secondary" onClick={onClose}>
      {t("all")}
    </Button>
  )
  if (!testSet) {
    return (
      <Container className="p-0">
        {error ? (
          <div className="p-6">
            <ErrorNotice title={t("gone")} error={error}>
              {back}
            </ErrorNotice>
          </div>
        ) : (
          <RowsSkeleton />
        )}
      </Container>
    )
  }
  const { name, size, source, created_at, created_by, leads } = testSet
  const deleteIt = async () => {
    if (await remove(testSet)) onClose()
  }
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="p-0">
        <SectionHeader
          title={name}
          hint={
            <>
              {t("size", { count: size, source: t(`sources.${source}`) })} ·{" "}
              {t("createdBy", { when: format.dateTime(created_at) })}{" "}
              <RequestedBy actorId={created_by} />
            </>
          }
        >
          <Button size="small" variant="transparent" onClick={() => void deleteIt()}>
            {t("delete")}
          </Button>
          {back}
          <Button size="small" disabled={!checks} onClick={() => setRunning(true)}>
            {t("run.action")}
          </Button>
        </SectionHeader>
      </Container>
      <EvaluationList
        campaignId={campaignId}
        testSet={testSet}
        onRun={() => setRunning(true)}
        onUsePrompt={onUsePrompt}
      />
      <TestLeadList leads={leads} />
      <PipelineSection
        campaignId={campaignId}
        testSetId={testSetId}
        stepIndex={stepIndex}
        hasChecks={hasChecks}
      />
      {isRunning && (
        <RunForm
          campaignId={campaignId}
          testSet={testSet}
          steps={steps}
          stepIndex={stepIndex}
          written={written}
          hasChecks={hasChecks}
          onStarted={() => setRunning(false)}
          onClose={() => setRunning(false)}
        />
      )}
    </div>
  )
}
