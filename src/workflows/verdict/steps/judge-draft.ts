import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { JudgeDraftInput } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"

/** Without a way back: it stands last in its workflow. */
export const judgeDraftStep = createStep(
  "judge-draft",
  async (input: JudgeDraftInput, { container }) =>
    new StepResponse(await resolvePlayground(container).verdict.judgements.judge(input))
)
