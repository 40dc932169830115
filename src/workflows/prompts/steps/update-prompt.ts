import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { UpdatePromptInput } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"

/** Without a way back: it stands last in its workflow. */
export const updatePromptStep = createStep(
  "update-prompt",
  async (input: UpdatePromptInput, { container }) =>
    new StepResponse(await resolvePlayground(container).verdict.prompts.update(input))
)
