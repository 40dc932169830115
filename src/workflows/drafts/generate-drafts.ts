import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { chooseBatchStep, toTaskRefs } from "./steps/choose-batch"
import { createDraftBatchStep } from "./steps/create-draft-batch"
import { findEarlierBatchStep } from "./steps/find-earlier-batch"
import { planDraftBatchStep } from "./steps/plan-draft-batch"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
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
    const campaign = retrieveCampaignStep(request)
    const earlier = findEarlierBatchStep(request)
    const created = when("no-earlier-batch", { earlier }, (data) => !data.earlier).then(() => {
      const plan = planDraftBatchStep({ campaign, request })
      return createDraftBatchStep(plan)
    })
    const outcome = chooseBatchStep({ earlier, created })
    enqueueTasksStep(transform({ outcome }, ({ outcome: batch }) => toTaskRefs(batch)))
    return new WorkflowResponse(outcome)
  }
)
