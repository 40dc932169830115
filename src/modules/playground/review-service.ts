import { GraphReads } from "./graph/graph-reads"
import type { ReviewStore } from "./review/review-store"
import type { LeadNow } from "./sql/review/flag-stale-approvals"
import type { DraftDTO } from "./batches/dtos"
import type {
  ApprovedDraftsDTO,
  ApprovedEmailDTO,
  ApproveDraftsInput,
  ApproveEmailInput,
  ApproveEmailOutcome,
  DraftLeadsDTO,
  LeadReviewDTO,
  RejectDraftInput,
  WithdrawApprovalsInput,
} from "./review/dtos"

/** The reviewing part of the playground's service: which e-mail may be sent, and who said so. */
export abstract class ReviewService extends GraphReads {
  protected abstract readonly review_: ReviewStore

  /**
   * Freezes the e-mail that a sender must send verbatim, in place of the one approved before. Exactly
   * what is approved already changes nothing: who approved it first, approved it.
   *
   * @throws MedusaError NOT_FOUND for a draft that is not of this lead; NOT_ALLOWED for one of another
   *   step, without text, or rejected, and for a lead without a PERSONALIZATION variant
   */
  async approveEmail(input: ApproveEmailInput): Promise<ApproveEmailOutcome> {
    return this.review_.approve(input)
  }

  /** Approves drafts as they are, each by itself: one that is refused stops no other. */
  async approveDrafts(input: ApproveDraftsInput): Promise<ApprovedDraftsDTO> {
    return this.review_.approveDrafts(input)
  }

  /** What these drafts are for. @throws MedusaError NOT_FOUND for a batch that is not the campaign's */
  async listDraftLeads(
    campaign_id: string,
    batch_id: string,
    draft_ids: string[]
  ): Promise<DraftLeadsDTO> {
    return this.review_.listDraftLeads(campaign_id, batch_id, draft_ids)
  }

  /** Takes approvals away; those that are not there are passed over. @returns how many */
  async withdrawApprovals(input: WithdrawApprovalsInput): Promise<number> {
    return this.review_.withdraw(input)
  }

  /** @param step_index whose approved e-mail is answered with it; null: none */
  async retrieveLeadReview(
    campaign_id: string,
    campaign_lead_id: string,
    step_index: number | null
  ): Promise<LeadReviewDTO> {
    return this.review_.retrieveReview({ campaign_id, campaign_lead_id }, step_index)
  }

  /**
   * Turns a draft down: it is kept, and never approved. One that was rejected before stays as it was.
   *
   * @throws MedusaError NOT_FOUND; NOT_ALLOWED for a task without a draft, or the approved e-mail of
   *   its lead
   */
  async rejectDraft(input: RejectDraftInput): Promise<DraftDTO> {
    return this.review_.reject(input)
  }

  /**
   * The e-mail that may be sent to a lead for a step: exactly these bytes, and when the lead has
   * changed since (`lead_changed_at`). There is none for a lead that was deleted.
   *
   * @throws MedusaError NOT_FOUND
   */
  async retrieveApprovedEmail(
    campaign_lead_id: string,
    step_index: number
  ): Promise<ApprovedEmailDTO> {
    return this.review_.retrieveApproved(campaign_lead_id, step_index)
  }

  /** Those of these leads that hold an approved e-mail for the step. */
  async listApprovedLeadIds(step_index: number, campaign_lead_ids: string[]): Promise<string[]> {
    return this.review_.listApprovedLeadIds(step_index, campaign_lead_ids)
  }

  /** The approvals of these leads that no change is noted on yet. */
  async listUnchangedApprovals(
    campaign_id: string,
    campaign_lead_ids: string[]
  ): Promise<{ campaign_lead_id: string; step_index: number }[]> {
    return this.review_.listUnchanged(campaign_id, campaign_lead_ids)
  }

  /** Notes on the approvals of these leads that differ from what was approved. */
  async flagStaleApprovals(leads: LeadNow[]): Promise<void> {
    return this.review_.flagStaleApprovals(leads)
  }
}
