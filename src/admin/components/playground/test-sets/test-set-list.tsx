import { Button, Container, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useTestSets } from "../../../hooks/use-test-sets"
import { EmptyState } from "../../common/empty-state"
import { ErrorNotice } from "../../common/error-notice"
import { Rows } from "../../common/rows"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { SectionHeader } from "../../common/section-header"
import { TablePages } from "../../common/table-pages"
import { TestSetForm } from "./test-set-form"
import { TestSetRow } from "./test-set-row"

const PER_PAGE = 20
const COLUMNS = ["name", "source", "runs", "created"] as const

interface TestSetListProps {
  campaignId: string
  steps: readonly number[]
  stepIndex: number
  onOpen: (id: string) => void
}

export const TestSetList = ({ campaignId, steps, stepIndex, onOpen }: TestSetListProps) => {
  const { t } = useTranslation("testSets")
  const [page, setPage] = useState(0)
  /** Which leads the form begins with; null: it is closed. */
  const [creating, setCreating] = useState<"sample" | "bundled" | null>(null)
  const { data, error } = useTestSets(campaignId, { offset: page * PER_PAGE, limit: PER_PAGE })
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("title")} hint={t("hint")}>
        <Button size="small" disabled={!data} onClick={() => setCreating("sample")}>
          {t("create")}
        </Button>
      </SectionHeader>
      {error && !data && (
        <div className="p-6">
          <ErrorNotice title={t("failed")} error={error} />
        </div>
      )}
      {!data && !error && <RowsSkeleton />}
      {data?.count === 0 && (
        <EmptyState title={t("none")} hint={t("noneHint")}>
          <Button size="small" variant="secondary" onClick={() => setCreating("bundled")}>
            {t("createHostile")}
          </Button>
        </EmptyState>
      )}
      {data && data.count > 0 && (
        <>
          <Rows
            label={t("title")}
            columns={COLUMNS.map((column) => t(`columns.${column}`))}
            actions={t("actions")}
            isDense
          >
            {data.test_sets.map((testSet) => (
              <TestSetRow
                key={testSet.id}
                campaignId={campaignId}
                testSet={testSet}
                onOpen={() => onOpen(testSet.id)}
              />
            ))}
          </Rows>
          <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
        </>
      )}
      {creating && (
        <TestSetForm
          campaignId={campaignId}
          steps={steps}
          stepIndex={stepIndex}
          source={creating}
          onCreated={({ id, name }) => {
            toast.success(t("created", { name }))
            setCreating(null)
            onOpen(id)
          }}
          onClose={() => setCreating(null)}
        />
      )}
    </Container>
  )
}
