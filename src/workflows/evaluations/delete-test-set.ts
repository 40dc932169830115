import { createWorkflow, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { deleteTestSetStep, type TestSetKey } from "./steps/delete-test-set"
import { cancelTestBatchesStep } from "./steps/cancel-test-batches"

/**
 * Deletes a test set with its evaluations, batches and drafts; what still drafts is stopped first.
 *
 * @throws MedusaError NOT_FOUND
 */
export const deleteTestSetWorkflow = createWorkflow(
  "delete-test-set",
  (input: WorkflowData<TestSetKey>) => {
    retrieveCampaignStep(input)
    cancelTestBatchesStep(input)
    deleteTestSetStep(input)
  }
)
