import { createWorkflow, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { deleteCampaignStep } from "./steps/delete-campaign"
import { cancelRunningBatchesStep } from "./steps/cancel-running-batches"

/**
 * Deletes a campaign with its steps and leads, and stops its drafting. Stopped once before, so that a
 * failure leaves a campaign without drafting rather than drafting without a campaign; and once after,
 * for a batch that came in between.
 *
 * @throws MedusaError NOT_FOUND
 */
export const deleteCampaignWorkflow = createWorkflow(
  "delete-campaign",
  (input: WorkflowData<{ campaign_id: string }>) => {
    cancelRunningBatchesStep(input)
    deleteCampaignStep(input)
    cancelRunningBatchesStep(input).config({ name: "cancel-late-batches" })
  }
)
