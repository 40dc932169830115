import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolvePlayground } from "../../common/resolve-modules"

/** Which comparison's pairs are to be judged. */
export interface PairJudgingInput {
  campaign_id: string
  comparison_id: string
}

/** Without a way back: a pair may be judged already. */
export const requestPairJudgingStep = createStep(
  "request-pair-judging",
  async (input: PairJudgingInput, { container }) =>
    new StepResponse(await resolvePlayground(container).verdict.pairJudging.request(input))
)
