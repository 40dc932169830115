import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { CreateEvaluationOutcome, TaskRef } from "../../modules/playground"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { enqueueTasksStep } from "../drafts/steps/enqueue-tasks"
import { createEvaluationStep } from "./steps/create-evaluation"
import { planEvaluationStep, type EvaluatePromptRequest } from "./steps/plan-evaluation"

/**
 * Runs a prompt against a test set: commits a batch of its leads, and tells the queue. What it comes to
 * is settled once the batch has ended.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign, step, test set or prompt; INVALID_DATA when the
 *   prompt is no valid template; NOT_ALLOWED for a threshold that nothing can tell. Nothing is stored then.
 */
export const evaluatePromptWorkflow = createWorkflow(
  "evaluate-prompt",
  (request: WorkflowData<EvaluatePromptRequest>) => {
    const campaign = retrieveCampaignStep(request)
    const created = createEvaluationStep(planEvaluationStep({ campaign, request }))
    enqueueTasksStep(transform({ created }, (data) => toTaskRefs(data.created)))
    return new WorkflowResponse(created)
  }
)

/** What is to be enqueued: nothing, unless the evaluation was made just now. */
function toTaskRefs(outcome: CreateEvaluationOutcome): { tasks: TaskRef[]; is_instant: boolean } {
  if (outcome.outcome !== "created") return { tasks: [], is_instant: false }
  return { tasks: outcome.tasks, is_instant: outcome.is_instant }
}
