import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ReplaceChecksInput } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"

/** Without a way back: it stands last in its workflow. */
export const replaceChecksStep = createStep(
  "replace-checks",
  async (input: ReplaceChecksInput, { container }) =>
    new StepResponse(await resolvePlayground(container).verdict.checks.replace(input))
)
