import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CreateEvaluationOutcome } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"
import type { EvaluationPlan } from "./plan-evaluation"

/**
 * Commits the evaluation and its batch. If a later step fails, the batch is cancelled, but never one that
 * was found by its key.
 */
export const createEvaluationStep = createStep(
  "create-evaluation",
  async (plan: EvaluationPlan, { container }) => {
    if ("earlier" in plan)
      return new StepResponse<CreateEvaluationOutcome, null>(plan.earlier, null)
    const { evaluations } = resolvePlayground(container).verdict
    const created = await evaluations.create(plan.evaluation)
    const undo =
      created.outcome === "created"
        ? { campaign_id: plan.evaluation.campaign.id, batch_id: created.batch_id }
        : null
    return new StepResponse<CreateEvaluationOutcome, typeof undo>(created, undo)
  },
  async (undo, { container }) => {
    if (undo) await resolvePlayground(container).cancelDraftBatch(undo.campaign_id, undo.batch_id)
  }
)
