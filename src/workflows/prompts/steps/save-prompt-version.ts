import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SavePromptVersionInput } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"

/** Without a way back: it stands last in its workflow. */
export const savePromptVersionStep = createStep(
  "save-prompt-version",
  async (input: SavePromptVersionInput, { container }) =>
    new StepResponse(await resolvePlayground(container).verdict.prompts.save(input))
)
