import type { Db } from "../../../persistence/db"
import { approveEmails, type NewApproval } from "../sql/review/approve-emails"
import { listReviewableDrafts, type ReviewableDraftRow } from "../sql/review/list-reviewable-drafts"
import type { ApprovedDraftsDTO, ApproveDraftsInput } from "./dtos"
import { refuseDraft } from "./refuse-draft"
import { toApproval } from "./to-approval"

interface Verdict extends Pick<ApprovedDraftsDTO, "approved" | "refused"> {
  /** Those that were not approved in just this way before. */
  changed: { campaign_lead_id: string; draft_id: string | null }[]
}

/**
 * Decides on each draft and approves those that may be, as they are. Must run inside a transaction:
 * the drafts stay locked between the look at them and the approval.
 */
export async function approveNamedDrafts(
  transaction: Db,
  { campaign_id, batch_id, draft_ids, step, leads, approved_by }: ApproveDraftsInput
): Promise<Verdict> {
  const rows = await listReviewableDrafts(transaction, { campaign_id, batch_id, draft_ids })
  const drafts = new Map(rows.map((draft) => [draft.id, draft]))
  const leadsById = new Map(leads.map((lead) => [lead.lead.id, lead]))

  const approvals: NewApproval[] = []
  const approved: Verdict["approved"] = []
  const refused: Verdict["refused"] = []
  for (const draft_id of draft_ids) {
    const draft = drafts.get(draft_id)
    if (!draft) {
      const message = `Batch ${batch_id} has no draft ${draft_id}.`
      refused.push({ draft_id, code: "not_found", message })
      continue
    }
    const lead = leadsById.get(draft.campaign_lead_id) ?? null
    const refusal = refuseDraft(draft, { step, lead })
    const text = textOf(draft)
    if (!refusal && lead && text) {
      approvals.push(toApproval({ step, lead, text, draft }))
      approved.push({ draft_id, campaign_lead_id: draft.campaign_lead_id })
    } else if (refusal) {
      refused.push({ draft_id, code: refusal.code, message: refusal.message })
    }
  }
  const { step_index } = step
  const changed = await approveEmails(transaction, {
    campaign_id,
    step_index,
    approved_by,
    approvals,
  })
  return { approved, refused, changed }
}

function textOf({ subject, body }: ReviewableDraftRow) {
  return subject !== null && body !== null ? { subject, body } : null
}
