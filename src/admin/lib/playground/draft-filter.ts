import type { Draft } from "./types"

export const DRAFT_FILTERS = ["all", "pending", "flagged", "approved", "rejected"] as const
export type DraftFilter = (typeof DRAFT_FILTERS)[number]

export function isShown(draft: Draft, filter: DraftFilter): boolean {
  if (filter === "all") return true
  return filter === "flagged" ? draft.flags.length > 0 : draft.review_status === filter
}

/** Whether bulk review may name it without anybody having looked: nobody decided, nothing is flagged. */
export const isUnsuspicious = (draft: Draft) =>
  draft.review_status === "pending" && draft.flags.length === 0
