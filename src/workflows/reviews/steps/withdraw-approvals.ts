import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolvePlayground } from "../../common/resolve-modules"

interface WithdrawApprovalsStepInput {
  campaign_id: string
  /** Absent: all of the campaign. */
  campaign_lead_id?: string
  /** The host's actor id; absent: `system`. */
  deleted_by?: string
}

/**
 * Takes the approved e-mails of what is deleted away, so that none is sent. Stands before the deletion
 * (a failure leaves a lead without its e-mail rather than an e-mail without its lead) and once more
 * after it, for an approval that came in between. Without a way back.
 */
export const withdrawApprovalsStep = createStep(
  "withdraw-approvals",
  async (input: WithdrawApprovalsStepInput, { container }) => {
    const { campaign_id, campaign_lead_id, deleted_by } = input
    await resolvePlayground(container).withdrawApprovals({
      campaign_id,
      campaign_lead_ids: campaign_lead_id ? [campaign_lead_id] : null,
      step_indices: null,
      action: "unapprove",
      actor: deleted_by ?? "system",
      reason: campaign_lead_id ? "The lead was deleted." : "The campaign was deleted.",
    })
    return new StepResponse()
  }
)
