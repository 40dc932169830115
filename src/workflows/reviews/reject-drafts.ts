import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { RejectDraftsInput } from "../../modules/playground"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { rejectDraftsStep } from "./steps/reject-drafts"

/**
 * Turns drafts of one batch down for good. The answer says which were refused, and why.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign or batch
 */
export const rejectDraftsWorkflow = createWorkflow(
  "reject-drafts",
  (input: WorkflowData<RejectDraftsInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(rejectDraftsStep(input))
  }
)
