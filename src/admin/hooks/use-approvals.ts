import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { textToApprove, type Edits } from "../lib/playground/begun-edits"
import { keptEdits } from "../lib/playground/kept"
import type { ReviewOutcome } from "../lib/playground/review-outcome"
import type { Draft } from "../lib/playground/types"
import { useFailureToast } from "./common/use-failure-toast"
import type { Review } from "./use-drafts"

const UNDO_WITHIN_MS = 10_000

/** What was approved last, and which of it somebody had edited. */
interface Approved {
  drafts: readonly Draft[]
  edits: Edits
}

/** Approves what is on the screen, one draft or many, and takes exactly the last of it back. */
export function useApprovals(review: Review, edits: Edits) {
  const { t } = useTranslation("playground")
  const tellFailure = useFailureToast()
  const [last, setLast] = useState<Approved | null>(null)

  const undo = (approved: Approved) => {
    setLast(null)
    review.withdrawAll.mutate(approved, {
      onSuccess: ({ done, refused: [first] }) => {
        if (done.length > 0) toast.info(t("undo.done", { count: done.length }))
        if (first) tellFailure(t("withdraw.failed"), first.reason)
      },
      onError: (error) => {
        setLast(approved)
        tellFailure(t("withdraw.failed"), error)
      },
    })
  }
  const tellApproved = (drafts: readonly Draft[], texts: Edits) => {
    const approved = { drafts, edits: texts }
    setLast(approved)
    for (const { id } of drafts) {
      // Whoever has gone on writing in the meantime keeps that.
      if (keptEdits.entries.get(id) === texts.get(id)) keptEdits.drop(id)
    }
    const label = t("undo.action")
    toast.success(t("bulk.done", { count: drafts.length }), {
      duration: UNDO_WITHIN_MS,
      action: { label, altText: label, onClick: () => undo(approved) },
    })
  }

  return {
    /** Undefined: nothing to take back. */
    undo: last ? () => undo(last) : undefined,
    approve: (draft: Draft, onApproved: () => void) =>
      review.approve.mutate(
        { draft, text: textToApprove(draft, edits) },
        {
          onSuccess: () => {
            tellApproved([draft], edits)
            onApproved()
          },
        }
      ),
    approveAll: (drafts: readonly Draft[], onAnswered: (outcome: ReviewOutcome) => void) =>
      review.approveAll.mutate(
        { drafts, edits },
        {
          onSuccess: (outcome) => {
            if (outcome.done.length > 0) tellApproved(outcome.done, edits)
            onAnswered(outcome)
          },
        }
      ),
  }
}

export type Approvals = ReturnType<typeof useApprovals>
