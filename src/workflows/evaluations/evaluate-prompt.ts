import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
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
    enqueueTasksStep(
      transform({ created }, ({ created: { tasks, is_instant } }) => ({ tasks, is_instant }))
    )
    return new WorkflowResponse(transform({ created }, ({ created: { evaluation } }) => evaluation))
  }
)
