import { leadFingerprint, type AssignedLead, type StepSnapshot } from "../../../ports"
import { senderOf } from "../generation/sender-of"
import type { NewApproval } from "../sql/review/approve-emails"
import type { ReviewableDraftRow } from "../sql/review/list-reviewable-drafts"
import { editedShare } from "./edited-share"

interface ToApprovalInput {
  step: StepSnapshot
  lead: AssignedLead
  text: { subject: string; body: string }
  /** Null: a person wrote the text. */
  draft: ReviewableDraftRow | null
}

/** What is stored of an approval: the text to the byte, and where it came from. */
export function toApproval({ step, lead, text, draft }: ToApprovalInput): NewApproval {
  return {
    campaign_lead_id: lead.lead.id,
    ...text,
    variant_label: lead.variant_label,
    step_config_fingerprint: step.fingerprint,
    lead_fingerprint: leadFingerprint(lead.lead),
    sender_profile_id: senderOf(step, lead.variant_label)?.id ?? null,
    is_edited: draft !== null && (draft.subject !== text.subject || draft.body !== text.body),
    edited_share:
      draft && editedShare({ subject: draft.subject ?? "", body: draft.body ?? "" }, text),
    draft,
  }
}
