import type { Draft } from "./types"

export const DRAFT_FILTERS = [
  "all",
  "pending",
  "flagged",
  "unsupported",
  "approved",
  "rejected",
] as const
export type DraftFilter = (typeof DRAFT_FILTERS)[number]

/** @param unsupported how many claims of a draft nothing supports, by draft, as the judge says */
export function isShown(
  draft: Draft,
  filter: DraftFilter,
  unsupported: ReadonlyMap<string, number>
): boolean {
  if (filter === "all") return true
  if (filter === "unsupported") return (unsupported.get(draft.id) ?? 0) > 0
  return filter === "flagged" ? draft.flags.length > 0 : draft.review_status === filter
}

/** Whether bulk review may name it without anybody having looked: nobody decided, nothing is flagged. */
export const isUnsuspicious = (draft: Draft) =>
  draft.review_status === "pending" && draft.flags.length === 0
