import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { enqueueTasksStep } from "./steps/enqueue-tasks"
import { retryDraftBatchStep, type RetryDraftsInput } from "./steps/retry-draft-batch"

/**
 * Drafts the failed tasks of a batch once more, in the same batch.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign, batch or lead; NOT_ALLOWED for a cancelled
 *   batch
 */
export const retryDraftsWorkflow = createWorkflow(
  "retry-drafts",
  (input: WorkflowData<RetryDraftsInput>) => {
    retrieveCampaignStep(input)
    const retried = retryDraftBatchStep(input)
    // They may be of a generator that is not the default any more: a job each is right for every one.
    enqueueTasksStep({ tasks: retried.tasks, is_instant: false })
    return new WorkflowResponse(retried.batch)
  }
)
