import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { flagStaleApprovalsStep } from "./steps/flag-stale-approvals"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { approveEmailStep, type ApproveEmailRequest } from "./steps/approve-email"

/**
 * Freezes the e-mail that a sender must send to a lead for a step. An outcome `stale` says what has
 * changed since the draft was written; nothing is stored then.
 *
 * The lead is looked at once more afterwards: a change or a deletion that came in between is noted,
 * so that no approval speaks of a lead that is another by now.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign, step, lead or draft; NOT_ALLOWED for a draft
 *   that cannot be approved
 */
export const approveEmailWorkflow = createWorkflow(
  "approve-email",
  (input: WorkflowData<ApproveEmailRequest>) => {
    retrieveCampaignStep(input)
    const outcome = approveEmailStep(input)
    flagStaleApprovalsStep(
      transform({ input }, ({ input: { campaign_id, campaign_lead_id } }) => ({
        campaign_id,
        campaign_lead_ids: [campaign_lead_id],
      }))
    )
    return new WorkflowResponse(outcome)
  }
)
