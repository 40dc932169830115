import { createWorkflow, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { deleteCampaignLeadStep, type DeleteCampaignLeadInput } from "./steps/delete-campaign-lead"

/** Takes a lead out of its campaign. Drafts that were written for it stay. @throws MedusaError NOT_FOUND */
export const deleteCampaignLeadWorkflow = createWorkflow(
  "delete-campaign-lead",
  (input: WorkflowData<DeleteCampaignLeadInput>) => {
    deleteCampaignLeadStep(input)
  }
)
