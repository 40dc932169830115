import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolvePlayground } from "../../common/resolve-modules"
import type { PairJudgingInput } from "./request-pair-judging"

/** Without a way back: it stands last in its workflow, and asking again has them judged. */
export const cancelPairJudgingStep = createStep(
  "cancel-pair-judging",
  async (input: PairJudgingInput, { container }) =>
    new StepResponse(await resolvePlayground(container).verdict.pairJudging.cancel(input))
)
