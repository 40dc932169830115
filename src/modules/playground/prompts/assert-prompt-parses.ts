import { MedusaError } from "@medusajs/framework/utils"
import type { ResolvedPromptDTO } from "../batches/dtos"
import { parsePrompt } from "./parse-prompt"
import { PromptSyntaxError } from "./prompt-errors"

const WHERE = {
  request: "Field 'custom_prompt'",
  campaign: "The campaign's system_prompt",
  sender: "The sender profile's custom_prompt",
  default: "The default prompt",
} as const

/** @throws MedusaError INVALID_DATA that says in which prompt, where and what is wrong */
export function assertPromptParses({ text, source }: Pick<ResolvedPromptDTO, "text" | "source">) {
  try {
    parsePrompt(text)
  } catch (error) {
    if (!(error instanceof PromptSyntaxError)) throw error
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${WHERE[source]} is no valid template: ${error.message}`
    )
  }
}
