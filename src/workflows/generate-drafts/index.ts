import { MedusaError } from "@medusajs/framework/utils"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { createDraftBatchStep } from "./steps/create-draft-batch"
import { findEarlierBatchStep } from "./steps/find-earlier-batch"
import { planDraftBatchStep } from "./steps/plan-draft-batch"
import { retrieveCampaignStep } from "../steps/retrieve-campaign"
import { ringTasksStep } from "../steps/ring-tasks"
import type { GenerateDraftsInput } from "./types"

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
      const outcome = createDraftBatchStep(plan)
      ringTasksStep(
        transform({ outcome }, (data) =>
          data.outcome.outcome === "created" ? data.outcome.bells : []
        )
      )
      return outcome
    })
    return new WorkflowResponse(
      transform({ earlier, created }, (data) => {
        const outcome = data.earlier ?? data.created
        if (outcome) return outcome
        throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "generate-drafts made no batch")
      })
    )
  }
)
