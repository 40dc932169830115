import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolvePlayground } from "../../common/resolve-modules"

/** Which batch is to be judged. */
export interface RequestJudgingInput {
  campaign_id: string
  batch_id: string
}

/** Without a way back: a draft may be judged already. */
export const requestJudgingStep = createStep(
  "request-judging",
  async ({ campaign_id, batch_id }: RequestJudgingInput, { container }) =>
    new StepResponse(
      await resolvePlayground(container).verdict.judging.request(campaign_id, batch_id)
    )
)
