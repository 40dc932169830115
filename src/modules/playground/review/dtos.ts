import type { AssignedLead, StepSnapshot } from "../../../ports"
import type { Change } from "./changes-since"
import type { ApprovedEmailRow } from "../sql/review/list-approved-emails"
export type { RejectDraftsInput } from "../sql/review/reject-drafts"
export type { RejectDraftInput } from "../sql/review/reject-draft"
export type { WithdrawApprovalsInput } from "../sql/review/withdraw-approvals"

/** An approved e-mail, byte for byte, and where it came from. */
export type ApprovedEntryDTO = Omit<ApprovedEmailRow, "campaign_id">

/** What `retrieveApprovedEmail` hands to a sender. */
export interface ApprovedEmailDTO extends ApprovedEmailRow {
  campaign_lead_id: string
}

/** How a lead's approvals stand, as `approve`, `unapprove` and `reset` answer it. */
export interface LeadReviewDTO {
  campaign_id: string
  campaign_lead_id: string
  /** When an approval of the lead was last given or taken away. */
  updated_at: Date
  /** The step of the request; null for a reset of several. */
  step_index: number | null
  /** Steps that the lead holds an approved e-mail for, in order. */
  approved_steps: number[]
  /** Of `step_index`; null when there is none. */
  approved_entry: ApprovedEntryDTO | null
}

export interface ApproveEmailInput {
  campaign_id: string
  campaign_lead_id: string
  /** As the campaign source has them now. */
  step: StepSnapshot
  /** Null: the lead has no PERSONALIZATION variant of the step. */
  lead: AssignedLead | null
  /** 1 to 998 characters, one line. Kept to the byte. */
  subject: string
  /** 1 to 50,000 characters. Kept to the byte. */
  body: string
  /** Null: a person wrote it. */
  draft_id: string | null
  /** What the caller takes for the lead's variant; null: whatever it is. */
  variant_label: string | null
  /** What the caller takes for the step's fingerprint; null: whatever it is. */
  expected_step_config_fingerprint: string | null
  /** The host's actor id. */
  approved_by: string
}

/** What came of a request to approve. */
export type ApproveEmailOutcome =
  | {
      outcome: "approved"
      review: LeadReviewDTO
      /** False: exactly this was approved already. */
      is_new: boolean
    }
  /** Lead or step have changed; nothing was stored. */
  | { outcome: "stale"; code: Change["code"]; message: string }

export interface ApproveDraftsInput {
  campaign_id: string
  batch_id: string
  /** 1 to 200, none twice. */
  draft_ids: string[]
  step: StepSnapshot
  /** Those of the drafts' leads that the step still drafts for. */
  leads: AssignedLead[]
  approved_by: string
}

/** The answer of a bulk approval: every draft is in one of the two lists. */
export interface ApprovedDraftsDTO {
  campaign_id: string
  batch_id: string
  approved: { draft_id: string; campaign_lead_id: string }[]
  refused: { draft_id: string; code: string; message: string }[]
}

/** The answer of a bulk rejection: every draft is in one of the two lists. */
export interface RejectedDraftsDTO {
  campaign_id: string
  batch_id: string
  rejected: { draft_id: string }[]
  refused: { draft_id: string; code: string; message: string }[]
}

export interface UnapproveDraftsInput {
  campaign_id: string
  batch_id: string
  /** 1 to 200, none twice. */
  draft_ids: string[]
  /** The host's actor id. */
  unapproved_by: string
}

/** The answer of a bulk withdrawal: every draft is in one of the two lists. */
export interface UnapprovedDraftsDTO {
  campaign_id: string
  batch_id: string
  unapproved: { draft_id: string; campaign_lead_id: string }[]
  refused: { draft_id: string; code: string; message: string }[]
}

/** Which leads of which step some drafts are for. */
export interface DraftLeadsDTO {
  step_index: number
  campaign_lead_ids: string[]
}
