import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CreateEvaluationInput } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"

/** Commits the evaluation and its batch. If a later step fails, the batch is cancelled. */
export const createEvaluationStep = createStep(
  "create-evaluation",
  async (input: CreateEvaluationInput, { container }) => {
    const created = await resolvePlayground(container).verdict.evaluations.create(input)
    return new StepResponse(created, {
      campaign_id: input.campaign.id,
      batch_id: created.batch_id,
    })
  },
  async (undo, { container }) => {
    if (undo) await resolvePlayground(container).cancelDraftBatch(undo.campaign_id, undo.batch_id)
  }
)
