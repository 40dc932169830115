import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSelection } from "../../../hooks/common/use-selection"
import { useApprovals } from "../../../hooks/use-approvals"
import { useDraftDesk } from "../../../hooks/use-draft-desk"
import { useReview } from "../../../hooks/use-drafts"
import { useDraftJudgings } from "../../../hooks/use-judging"
import { useLeadNames } from "../../../hooks/use-lead-names"
import { useLeadsOfBatch } from "../../../hooks/use-leads"
import { usePlaygroundAddress } from "../../../hooks/use-playground-address"
import { useReviewKeys } from "../../../hooks/use-review-keys"
import { useRewrites } from "../../../hooks/use-rewrites"
import { isShown } from "../../../lib/playground/draft-filter"
import type { BatchStatus, Draft } from "../../../lib/playground/types"
import { EmptyState } from "../../common/empty-state"
import { JudgeBar } from "../judge/judge-bar"
import { BulkReview } from "./bulk-review"
import { DraftList } from "./draft-list"
import { DraftsToolbar } from "./drafts-toolbar"
import { KeyboardHelp } from "./keyboard-help"
import { ReadingPane } from "./reading-pane"
import { RejectDialog } from "./reject-dialog"
import { RewriteDialog } from "./rewrite-dialog"

interface DraftsDeskProps {
  campaignId: string
  state: BatchStatus
  drafts: readonly Draft[]
}

/** A list beside a reading pane; on a narrow screen the one or the other. */
export const DraftsDesk = ({ campaignId, state, drafts }: DraftsDeskProps) => {
  const { t } = useTranslation("playground")
  const { filter, showFilter } = usePlaygroundAddress()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const { data: judged } = useDraftJudgings(campaignId, state.batch_id)
  const unsupported = new Map(
    judged?.judgements.map(({ draft_id, claims }) => [
      draft_id,
      claims.filter(({ field }) => field === null).length,
    ])
  )
  const shown = drafts.filter((draft) => isShown(draft, filter, unsupported))
  const desk = useDraftDesk(state.batch_id, shown)
  const selection = useSelection()
  const review = useReview(campaignId, state.batch_id)
  const rewrites = useRewrites(campaignId, state.batch_id)
  const approvals = useApprovals(review, desk.edits)
  const { data: leads } = useLeadsOfBatch(campaignId, state)
  const leadNameOf = useLeadNames(
    campaignId,
    state.per_lead.map(({ campaign_lead_id }) => campaign_lead_id)
  )
  const { draft, mode } = desk
  const resultsOf = (draftId: string) => drafts.find(({ id }) => id === draftId)?.checks ?? []
  const nameOf = (draftId: string) => {
    const named = drafts.find(({ id }) => id === draftId)
    return leadNameOf(named?.campaign_lead_id ?? "")
  }

  const approve = () => {
    if (!draft || draft.review_status === "rejected" || review.approve.isPending) return
    approvals.approve(draft, desk.moveToUndecided)
  }
  const isReading = draft !== undefined && mode === "read"
  const isPending = draft?.review_status === "pending"
  useReviewKeys({
    "?": () => setHelpOpen(true),
    ...(mode === "read" && approvals.undo && { u: approvals.undo }),
    ...(isReading && { j: () => desk.move(1), k: () => desk.move(-1) }),
    ...(isReading && (isPending || desk.edits.has(draft.id)) && { a: approve }),
    ...(isReading && isPending && { r: () => desk.setMode("reject") }),
    ...(isReading && draft.review_status !== "rejected" && { e: () => desk.setMode("edit") }),
  })

  return (
    <div className="flex min-h-0 flex-1 flex-col divide-y">
      <DraftsToolbar
        filter={filter}
        onFilterChange={showFilter}
        shown={shown.length}
        total={drafts.length}
        isJudged={unsupported.size > 0}
        onHelp={() => setHelpOpen(true)}
      />
      <JudgeBar
        campaignId={campaignId}
        batchId={state.batch_id}
        isDrafting={state.overall.pending + state.overall.running > 0}
      />
      <BulkReview
        shown={shown}
        drafts={drafts}
        selection={selection}
        desk={desk}
        review={review}
        approvals={approvals}
        unsupported={unsupported}
        nameOf={nameOf}
      />
      {draft ? (
        <div className="md:grid md:min-h-0 md:flex-1 md:grid-cols-[240px_minmax(0,1fr)] md:divide-x lg:grid-cols-[300px_minmax(0,1fr)]">
          <DraftList
            className={desk.isPaneOpen ? "hidden md:block" : ""}
            drafts={shown}
            nameOf={leadNameOf}
            openId={draft.id}
            onOpen={desk.choose}
            selection={selection}
            edits={desk.edits}
            unsupported={unsupported}
          />
          <ReadingPane
            key={draft.id}
            className={desk.isPaneOpen ? "" : "hidden md:flex"}
            campaignId={campaignId}
            batchId={state.batch_id}
            draft={draft}
            lead={leads?.get(draft.campaign_lead_id)}
            name={nameOf(draft.id)}
            desk={desk}
            count={shown.length}
            review={review}
            rewrites={rewrites}
            results={resultsOf(draft.id)}
            onApprove={approve}
          />
        </div>
      ) : (
        <EmptyState title={t("drafts.noMatch")} hint={t("drafts.noMatchHint")} />
      )}
      <KeyboardHelp isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
      {draft && mode === "reject" && (
        <RejectDialog
          draft={draft}
          reject={review.reject}
          onClose={() => desk.setMode("read")}
          onRejected={desk.moveToUndecided}
        />
      )}
      {draft && mode === "rewrite" && (
        <RewriteDialog draft={draft} rewrites={rewrites} onClose={() => desk.setMode("read")} />
      )}
    </div>
  )
}
