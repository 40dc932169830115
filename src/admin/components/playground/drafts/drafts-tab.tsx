import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BatchInView } from "../../../hooks/playground/use-batch-in-view"
import { EmptyState } from "../common/empty-state"
import { RowsSkeleton } from "../common/rows-skeleton"
import { DraftsSection } from "./drafts-section"

interface DraftsTabProps {
  campaignId: string
  inView: BatchInView
}

/** The drafts of the batch in view, or what to do to get some. */
export const DraftsTab = ({ campaignId, inView }: DraftsTabProps) => {
  const { t } = useTranslation("playground")
  if (inView.state) return <DraftsSection campaignId={campaignId} state={inView.state} />
  return (
    <Container className="p-0">
      {inView.isNone || inView.error ? (
        <EmptyState title={t("drafts.noBatch")} hint={t("drafts.noBatchHint")} />
      ) : (
        <RowsSkeleton />
      )}
    </Container>
  )
}
