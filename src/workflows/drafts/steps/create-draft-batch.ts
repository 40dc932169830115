import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CreateDraftBatchOutcome } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"
import type { GenerateDraftsInput } from "../generate-drafts-input"
import { planDraftBatch } from "../plan-draft-batch"

/**
 * Plans and commits the batch, in one step: between two, the engine would copy every lead of it. If a
 * later step fails it is cancelled, but never one that was found by its key.
 */
export const createDraftBatchStep = createStep(
  "create-draft-batch",
  async (request: GenerateDraftsInput, { container }) => {
    const plan = await planDraftBatch(container, request)
    if ("earlier" in plan)
      return new StepResponse<CreateDraftBatchOutcome, null>(plan.earlier, null)
    const created = await resolvePlayground(container).createDraftBatch(plan.batch)
    const undo =
      created.outcome === "created"
        ? { campaign_id: request.campaign_id, batch_id: created.batch.batch_id }
        : null
    return new StepResponse(created, undo)
  },
  async (undo, { container }) => {
    if (undo) await resolvePlayground(container).cancelDraftBatch(undo.campaign_id, undo.batch_id)
  }
)
