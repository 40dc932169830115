import type { Db } from "../../../persistence/db"
import { lockDrafts, rejectDrafts, type RejectDraftsInput } from "../sql/review/reject-drafts"
import type { RejectedDraftsDTO } from "./dtos"

/**
 * Turns each draft down that may be; one that was rejected before counts as rejected, and keeps who
 * did it and why. Must run inside a transaction.
 */
export async function rejectNamedDrafts(
  transaction: Db,
  input: RejectDraftsInput
): Promise<Pick<RejectedDraftsDTO, "rejected" | "refused">> {
  const drafts = new Map((await lockDrafts(transaction, input)).map((draft) => [draft.id, draft]))
  const rejectable = input.draft_ids.filter((id) => !drafts.get(id)?.is_test)
  const rejecting = await rejectDrafts(transaction, { ...input, draft_ids: rejectable })
  const now = new Set(rejecting.map(({ draft_id }) => draft_id))
  const rejected: RejectedDraftsDTO["rejected"] = []
  const refused: RejectedDraftsDTO["refused"] = []
  for (const draft_id of input.draft_ids) {
    const draft = drafts.get(draft_id)
    if (now.has(draft_id) || draft?.is_rejected) {
      rejected.push({ draft_id })
    } else if (!draft) {
      const message = `Batch ${input.batch_id} has no draft ${draft_id}.`
      refused.push({ draft_id, code: "not_found", message })
    } else if (draft.is_test) {
      const message = `Draft ${draft_id} was written for a test lead: it is for nobody. Judge it instead.`
      refused.push({ draft_id, code: "test_draft", message })
    } else if (draft.status !== "succeeded") {
      const message = `Draft ${draft_id} is ${draft.status}: there is no text to reject.`
      refused.push({ draft_id, code: "no_draft", message })
    } else {
      const message = `Draft ${draft_id} is the approved e-mail of its lead: unapprove it first.`
      refused.push({ draft_id, code: "draft_approved", message })
    }
  }
  return { rejected, refused }
}
