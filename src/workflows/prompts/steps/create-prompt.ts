import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CreatePromptInput } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"

export const createPromptStep = createStep(
  "create-prompt",
  async (input: CreatePromptInput, { container }) => {
    const id = await resolvePlayground(container).verdict.prompts.create(input)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) await resolvePlayground(container).verdict.prompts.delete(id)
  }
)
