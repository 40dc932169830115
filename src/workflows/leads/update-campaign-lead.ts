import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { flagStaleApprovalsStep } from "../reviews/steps/flag-stale-approvals"
import { updateCampaignLeadStep, type UpdateCampaignLeadInput } from "./steps/update-campaign-lead"

/**
 * Changes what `change` names. The lead keeps its variants; its approved e-mails note that it changed.
 *
 * @throws MedusaError NOT_FOUND; INVALID_DATA for an address that another lead of the campaign has
 */
export const updateCampaignLeadWorkflow = createWorkflow(
  "update-campaign-lead",
  (input: WorkflowData<UpdateCampaignLeadInput>) => {
    const lead = updateCampaignLeadStep(input)
    flagStaleApprovalsStep(
      transform({ input, lead }, ({ input: { campaign_id, campaign_lead_id } }) => ({
        campaign_id,
        campaign_lead_ids: [campaign_lead_id],
      }))
    )
    return new WorkflowResponse(lead)
  }
)
