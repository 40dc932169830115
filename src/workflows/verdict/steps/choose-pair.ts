import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChoosePairInput } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"

/** Without a way back: it stands last in its workflow. */
export const choosePairStep = createStep(
  "choose-pair",
  async (input: ChoosePairInput, { container }) =>
    new StepResponse(await resolvePlayground(container).verdict.comparisons.choose(input))
)
