import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useDraftDesk, type Email } from "../../../hooks/use-draft-desk"
import { useLeadsOfBatch } from "../../../hooks/use-leads"
import { useReview } from "../../../hooks/use-drafts"
import { useReviewKeys } from "../../../hooks/use-review-keys"
import { isShown, type DraftFilter } from "../../../lib/playground/draft-filter"
import type { BatchStatus, Draft } from "../../../lib/playground/types"
import { EmptyState } from "../../common/empty-state"
import { BulkReview } from "./bulk-review"
import { DraftList } from "./draft-list"
import { DraftsToolbar } from "./drafts-toolbar"
import { KeyboardHelp } from "./keyboard-help"
import { ReadingPane } from "./reading-pane"
import { RejectDialog } from "./reject-dialog"
import { useSelection } from "../../../hooks/common/use-selection"

interface DraftsDeskProps {
  campaignId: string
  state: BatchStatus
  drafts: readonly Draft[]
}

/** A list beside a reading pane; on a narrow screen the one or the other. */
export const DraftsDesk = ({ campaignId, state, drafts }: DraftsDeskProps) => {
  const { t } = useTranslation("playground")
  const [filter, setFilter] = useState<DraftFilter>("all")
  const [isHelpOpen, setHelpOpen] = useState(false)
  const shown = drafts.filter((draft) => isShown(draft, filter))
  const desk = useDraftDesk(shown)
  const selection = useSelection()
  const review = useReview(campaignId, state.batch_id)
  const { data: leads } = useLeadsOfBatch(campaignId, state)
  const { draft, mode } = desk

  const approve = (text: Email) => {
    if (!draft || draft.review_status === "rejected") return
    review.approve.mutate(
      { draft, text },
      {
        onSuccess: () => {
          toast.success(t("approve.done"))
          desk.edits.delete(draft.id)
          desk.moveToUndecided()
        },
      }
    )
  }
  const isReading = draft !== undefined && mode === "read"
  useReviewKeys({
    "?": () => setHelpOpen(true),
    ...(isReading && { j: () => desk.move(1), k: () => desk.move(-1) }),
    ...(isReading &&
      draft.review_status === "pending" && {
        a: () => approve(draft),
        r: () => desk.setMode("reject"),
      }),
    ...(isReading && draft.review_status !== "rejected" && { e: () => desk.setMode("edit") }),
  })

  return (
    <div className="flex flex-col divide-y">
      <DraftsToolbar
        filter={filter}
        onFilterChange={setFilter}
        shown={shown.length}
        total={drafts.length}
        onHelp={() => setHelpOpen(true)}
      />
      <BulkReview
        shown={shown}
        leads={leads}
        drafts={drafts}
        selection={selection}
        approveNamed={review.approveNamed}
      />
      {draft ? (
        <div className="lg:grid lg:grid-cols-[300px_minmax(0,1fr)] lg:divide-x">
          <DraftList
            className={desk.isPaneOpen ? "hidden lg:block" : ""}
            drafts={shown}
            leads={leads}
            openId={draft.id}
            onOpen={desk.choose}
            selection={selection}
          />
          <ReadingPane
            key={draft.id}
            className={desk.isPaneOpen ? "" : "hidden lg:flex"}
            campaignId={campaignId}
            draft={draft}
            lead={leads?.get(draft.campaign_lead_id)}
            desk={desk}
            count={shown.length}
            review={review}
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
    </div>
  )
}
