import { Container, Heading } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useReadPrompt } from "../../../hooks/use-batches"
import { useBatches } from "../../../hooks/use-batches"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { usePromptNames } from "../../../hooks/use-prompts"
import { Rows } from "../../common/rows"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { TablePages } from "../../common/table-pages"
import { EmptyState } from "../../common/empty-state"
import { HistoryRow } from "./history-row"

const PER_PAGE = 10
const COLUMNS = ["createdAt", "status", "step", "prompt", "who", "result", "cost"] as const

interface HistorySectionProps {
  campaignId: string
  openBatchId: string | null
  onOpen: (batchId: string) => void
  onUsePrompt: (prompt: string) => void
}

/** Every batch of the campaign, newest first. */
export const HistorySection = (props: HistorySectionProps) => {
  const { campaignId, openBatchId, onOpen, onUsePrompt } = props
  const { t } = useTranslation("playground")
  const tellFailure = useFailureToast()
  const [page, setPage] = useState(0)
  const nameOf = usePromptNames(campaignId)
  const readPrompt = useReadPrompt(campaignId)
  const takePromptOf = (batchId: string) =>
    readPrompt.mutate(batchId, {
      onSuccess: onUsePrompt,
      onError: (error) => tellFailure(t("history.failed"), error),
    })
  const { data, error } = useBatches(campaignId, { offset: page * PER_PAGE, limit: PER_PAGE })
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("history.title")}</Heading>
      </div>
      {data && data.count > 0 && (
        <>
          <Rows
            label={t("history.title")}
            columns={COLUMNS.map((column) => t(`history.columns.${column}`))}
            actions={t("history.columns.actions")}
            isDense
          >
            {data.batches.map((batch) => (
              <HistoryRow
                key={batch.id}
                batch={batch}
                promptName={nameOf(batch)}
                isOpen={batch.id === openBatchId}
                onOpen={() => onOpen(batch.id)}
                onUsePrompt={() => takePromptOf(batch.id)}
              />
            ))}
          </Rows>
          <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
        </>
      )}
      {data?.count === 0 && <EmptyState title={t("history.none")} hint={t("history.noneHint")} />}
      {error && !data && (
        <div className="p-6">
          <ErrorNotice title={t("history.failed")} error={error} />
        </div>
      )}
      {!data && !error && <RowsSkeleton />}
    </Container>
  )
}
