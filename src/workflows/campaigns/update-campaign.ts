import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { updateCampaignStep, type UpdateCampaignInput } from "./steps/update-campaign"

/**
 * Changes what `change` names; `steps` replaces all of them. Leads keep their variants, those of a
 * variant that is gone are assigned anew.
 *
 * @throws MedusaError NOT_FOUND; INVALID_DATA for an unknown sender profile
 */
export const updateCampaignWorkflow = createWorkflow(
  "update-campaign",
  (input: WorkflowData<UpdateCampaignInput>) => new WorkflowResponse(updateCampaignStep(input))
)
