import { Button, Container } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEvaluations } from "../../../hooks/use-evaluations"
import type { TestSetDetail } from "../../../lib/playground/evaluation-types"
import { EmptyState } from "../../common/empty-state"
import { ErrorNotice } from "../../common/error-notice"
import { Rows } from "../../common/rows"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { SectionHeader } from "../../common/section-header"
import { TablePages } from "../../common/table-pages"
import { EvaluationDrawer } from "./evaluation-drawer"
import { EvaluationPlot } from "./evaluation-plot"
import { EvaluationRow } from "./evaluation-row"
import { useEvaluatedPrompt } from "./use-evaluated-prompt"

const PER_PAGE = 20
const COLUMNS = ["when", "prompt", "status", "drafted", "flagged", "kept", "score"] as const

interface EvaluationListProps {
  campaignId: string
  testSet: TestSetDetail
  onRun: () => void
  onUsePrompt: (prompt: string) => void
}

/** What ran against a set, as figures and as a plot over time. */
export const EvaluationList = (props: EvaluationListProps) => {
  const { campaignId, testSet, onRun, onUsePrompt } = props
  const { t } = useTranslation("testSets")
  const [page, setPage] = useState(0)
  const [openId, setOpenId] = useState<string | null>(null)
  const { data, error } = useEvaluations(campaignId, {
    test_set_id: testSet.id,
    offset: page * PER_PAGE,
    limit: PER_PAGE,
  })
  const evaluations = data?.evaluations ?? []
  const promptOf = useEvaluatedPrompt(campaignId, evaluations)
  return (
    <>
      <Container className="divide-y p-0">
        <SectionHeader title={t("results.title")} hint={t("results.hint")} />
        {error && !data && (
          <div className="p-6">
            <ErrorNotice title={t("results.failed")} error={error} />
          </div>
        )}
        {!data && !error && <RowsSkeleton />}
        {data?.count === 0 && (
          <EmptyState title={t("results.none")} hint={t("results.noneHint")}>
            <Button size="small" variant="secondary" onClick={onRun}>
              {t("run.action")}
            </Button>
          </EmptyState>
        )}
        {data && data.count > 0 && (
          <>
            <Rows
              label={t("results.title")}
              columns={COLUMNS.map((column) => t(`results.columns.${column}`))}
              actions={t("actions")}
              isDense
            >
              {evaluations.map((evaluation) => (
                <EvaluationRow
                  key={evaluation.id}
                  evaluation={evaluation}
                  prompt={promptOf(evaluation)}
                  onOpen={() => setOpenId(evaluation.id)}
                />
              ))}
            </Rows>
            <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
          </>
        )}
      </Container>
      <EvaluationPlot evaluations={evaluations} promptOf={promptOf} />
      {openId && (
        <EvaluationDrawer
          campaignId={campaignId}
          evaluationId={openId}
          leads={testSet.leads}
          promptOf={promptOf}
          onUsePrompt={onUsePrompt}
          onClose={() => setOpenId(null)}
        />
      )}
    </>
  )
}
