import { MedusaError } from "@medusajs/framework/utils"
import type { PromptSource } from "../state-machine"
import type { PromptSyntaxError } from "./prompt-errors"
import type { PromptProblem } from "./prompt-problem"

const WHERE: Record<PromptSource, string> = {
  request: "Field 'custom_prompt'",
  variant: "The variant's prompt",
  campaign: "The campaign's system_prompt",
  sender: "The sender profile's custom_prompt",
  default: "The default prompt",
}

/** What an answer says of a prompt that cannot be used, for machines. */
export interface InvalidPromptParams {
  source: PromptSource
  /** In the order of the text. */
  problems: readonly PromptProblem[]
}

/** A prompt that cannot be used: 400, with every problem as code and parameters. */
export class InvalidPromptError extends MedusaError {
  readonly params: InvalidPromptParams

  constructor(source: PromptSource, { message, problems }: PromptSyntaxError) {
    super(
      MedusaError.Types.INVALID_DATA,
      `${WHERE[source]} is no valid template: ${message}`,
      "invalid_prompt"
    )
    this.params = { source, problems }
  }
}
