import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { updateCampaignLeadStep, type UpdateCampaignLeadInput } from "./steps/update-campaign-lead"

/**
 * Changes what `change` names. The lead keeps its variants.
 *
 * @throws MedusaError NOT_FOUND; INVALID_DATA for an address that another lead of the campaign has
 */
export const updateCampaignLeadWorkflow = createWorkflow(
  "update-campaign-lead",
  (input: WorkflowData<UpdateCampaignLeadInput>) =>
    new WorkflowResponse(updateCampaignLeadStep(input))
)
