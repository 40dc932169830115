import type { ReviewableDraftRow } from "../sql/review/list-reviewable-drafts"
import { changesSince, type Change, type CurrentState } from "./changes-since"

/** Why a draft may not be approved. `stale`: it was fine, and its lead or step have changed since. */
export type Refusal =
  | { is_stale: true; code: Change["code"]; message: string }
  | { is_stale: false; code: "test_draft" | "no_draft" | "draft_rejected"; message: string }

/** Why this draft may not be approved now; null when it may. */
export function refuseDraft(draft: ReviewableDraftRow, current: CurrentState): Refusal | null {
  if (draft.is_test) {
    return {
      is_stale: false,
      code: "test_draft",
      message: `Draft ${draft.id} was written for a test lead: it is for nobody. Generate one for a lead.`,
    }
  }
  if (draft.status !== "succeeded") {
    return {
      is_stale: false,
      code: "no_draft",
      message: `Draft ${draft.id} is ${draft.status}: there is no text to approve.`,
    }
  }
  if (draft.rejected_at) {
    return {
      is_stale: false,
      code: "draft_rejected",
      message: `Draft ${draft.id} was rejected and stays so. Generate another one for this lead.`,
    }
  }
  const changes = changesSince(draft, current)
  const [first] = changes
  if (!first) return null
  return {
    is_stale: true,
    code: first.code,
    message:
      `Draft ${draft.id} no longer fits: ${changes.map(({ message }) => message).join("; ")}. ` +
      "Generate another one for this lead, or approve a text without draft_id.",
  }
}
