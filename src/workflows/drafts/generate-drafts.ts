import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { CreateDraftBatchOutcome, TaskRef } from "../../modules/playground"
import { createDraftBatchStep } from "./steps/create-draft-batch"
import { enqueueTasksStep } from "./steps/enqueue-tasks"
import type { GenerateDraftsInput } from "./generate-drafts-input"

/**
 * Commits a batch with one draft task per lead and tells the queue. The drafts are written by the
 * workers afterwards.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign, step or lead; NOT_ALLOWED when no lead is
 *   eligible; INVALID_DATA when the prompt is no valid template. Nothing is stored then.
 */
export const generateDraftsWorkflow = createWorkflow(
  "generate-drafts",
  (request: WorkflowData<GenerateDraftsInput>) => {
    const outcome = createDraftBatchStep(request)
    enqueueTasksStep(transform({ outcome }, (data) => toTaskRefs(data.outcome)))
    return new WorkflowResponse(outcome)
  }
)

/** What is to be enqueued: nothing, unless the batch was made just now. */
function toTaskRefs(outcome: CreateDraftBatchOutcome): { tasks: TaskRef[]; is_instant: boolean } {
  if (outcome.outcome !== "created") return { tasks: [], is_instant: false }
  return { tasks: outcome.tasks, is_instant: outcome.is_instant }
}
