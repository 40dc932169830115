import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { cancelDraftBatchStep } from "./steps/cancel-draft-batch"

/**
 * Stops a batch for good.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign, or a batch that is not the campaign's
 */
export const cancelDraftsWorkflow = createWorkflow(
  "cancel-drafts",
  (input: WorkflowData<{ campaign_id: string; batch_id: string }>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(cancelDraftBatchStep(input))
  }
)
