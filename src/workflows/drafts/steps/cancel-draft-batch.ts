import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolvePlayground } from "../../common/resolve-modules"

/** Without a way back: a cancel is a promise. */
export const cancelDraftBatchStep = createStep(
  "cancel-draft-batch",
  async (input: { campaign_id: string; batch_id: string }, { container }) =>
    new StepResponse(
      await resolvePlayground(container).cancelDraftBatch(input.campaign_id, input.batch_id)
    )
)
