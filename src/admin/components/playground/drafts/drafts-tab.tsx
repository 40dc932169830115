import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BatchInView } from "../../../hooks/use-batch-progress"
import { EmptyState } from "../../common/empty-state"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { DraftsSection } from "./drafts-section"

interface DraftsTabProps {
  campaignId: string
  inView: BatchInView
  onEditPrompt: () => void
}

/** The drafts of the batch in view, or what to do to get some. */
export const DraftsTab = ({ campaignId, inView, onEditPrompt }: DraftsTabProps) => {
  const { t } = useTranslation("playground")
  if (inView.state) {
    return (
      <DraftsSection campaignId={campaignId} state={inView.state} onEditPrompt={onEditPrompt} />
    )
  }
  return (
    <Container className="p-0">
      {inView.error ? (
        <div className="p-6">
          <ErrorNotice title={t("drafts.failed")} error={inView.error} />
        </div>
      ) : inView.isNone ? (
        <EmptyState title={t("drafts.noBatch")} hint={t("drafts.noBatchHint")} />
      ) : (
        <RowsSkeleton />
      )}
    </Container>
  )
}
