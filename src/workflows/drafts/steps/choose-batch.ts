import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { TaskRef, CreateDraftBatchOutcome } from "../../../modules/playground"

interface ChooseBatchInput {
  earlier: CreateDraftBatchOutcome | null
  created: CreateDraftBatchOutcome | undefined
}

/** The batch that was found, else the one that was made. */
export const chooseBatchStep = createStep(
  "choose-batch",
  async ({ earlier, created }: ChooseBatchInput) => {
    const outcome = earlier ?? created
    if (outcome) return new StepResponse(outcome)
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "generate-drafts made no batch")
  }
)

/** What is to be enqueued: nothing, unless the batch was made just now. */
export function toTaskRefs(outcome: CreateDraftBatchOutcome): {
  tasks: TaskRef[]
  is_instant: boolean
} {
  if (outcome.outcome !== "created") return { tasks: [], is_instant: false }
  return { tasks: outcome.tasks, is_instant: outcome.is_instant }
}
