import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useDrafts } from "../../../hooks/use-drafts"
import type { BatchStatus } from "../../../lib/playground/types"
import { EmptyState } from "../../common/empty-state"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { FailureGroups } from "../progress/failure-groups"
import { DraftsDesk } from "./drafts-desk"

interface DraftsSectionProps {
  campaignId: string
  state: BatchStatus
  onEditPrompt: () => void
}

/** The batch's drafts, as they come. */
export const DraftsSection = ({ campaignId, state, onEditPrompt }: DraftsSectionProps) => {
  const { t } = useTranslation("playground")
  const { batch_id, overall } = state
  const { data, error } = useDrafts(campaignId, batch_id, overall.succeeded)
  const isRunning = overall.pending + overall.running > 0
  return (
    <Container className="flex flex-col p-0 md:h-[calc(100dvh-19.25rem)] md:min-h-[480px] lg:h-[calc(100dvh-18rem)] xl:h-[calc(100dvh-16rem)]">
      {data && data.drafts.length > 0 && (
        <DraftsDesk key={batch_id} campaignId={campaignId} state={state} drafts={data.drafts} />
      )}
      {data?.drafts.length === 0 && (
        <div className="overflow-y-auto">
          <EmptyState
            title={t(isRunning ? "drafts.notYet" : "drafts.none")}
            hint={t(isRunning ? "drafts.notYetHint" : "drafts.noneHint")}
          />
          <FailureGroups campaignId={campaignId} state={state} onEditPrompt={onEditPrompt} />
        </div>
      )}
      {!data && error && (
        <div className="p-6">
          <ErrorNotice title={t("drafts.failed")} error={error} />
        </div>
      )}
      {!data && !error && <RowsSkeleton />}
    </Container>
  )
}
