import { ApiError } from "../common/api-error"
import type { ApprovedDrafts, Draft } from "./types"

/** A draft that was not decided on, and why. */
export interface Refusal {
  draft_id: string
  reason: Error
}

/** What came of deciding on several drafts: each is in one of the two lists. */
export interface ReviewOutcome {
  done: Draft[]
  refused: Refusal[]
}

/** So many requests at once when each draft has one of its own. */
const AT_ONCE = 4

const toRefusal = ({ draft_id, code, message }: ApprovedDrafts["refused"][number]): Refusal => ({
  draft_id,
  reason: new ApiError(message, 409, code, {}),
})

export const toOutcome = (
  drafts: readonly Draft[],
  done: readonly { draft_id: string }[],
  refused: ApprovedDrafts["refused"]
): ReviewOutcome => {
  const ids = new Set(done.map(({ draft_id }) => draft_id))
  return { done: drafts.filter(({ id }) => ids.has(id)), refused: refused.map(toRefusal) }
}

/** One request for each. */
export async function eachOf(
  drafts: readonly Draft[],
  act: (draft: Draft) => Promise<unknown>
): Promise<ReviewOutcome> {
  const outcome: ReviewOutcome = { done: [], refused: [] }
  const waiting = [...drafts]
  const work = async () => {
    for (let draft = waiting.shift(); draft; draft = waiting.shift()) {
      try {
        await act(draft)
        outcome.done.push(draft)
      } catch (error) {
        const reason = error instanceof Error ? error : new Error(String(error))
        outcome.refused.push({ draft_id: draft.id, reason })
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return outcome
}
