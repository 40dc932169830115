import { createWorkflow, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { withdrawApprovalsStep } from "../reviews/steps/withdraw-approvals"
import { deleteCampaignLeadStep, type DeleteCampaignLeadInput } from "./steps/delete-campaign-lead"

/**
 * Takes a lead out of its campaign, and its approved e-mails with it. Drafts that were written for it
 * stay.
 *
 * @throws MedusaError NOT_FOUND
 */
export const deleteCampaignLeadWorkflow = createWorkflow(
  "delete-campaign-lead",
  (input: WorkflowData<DeleteCampaignLeadInput>) => {
    withdrawApprovalsStep(input)
    deleteCampaignLeadStep(input)
    withdrawApprovalsStep(input).config({ name: "withdraw-late-approvals" })
  }
)
