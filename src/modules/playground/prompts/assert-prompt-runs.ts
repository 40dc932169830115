import type { PromptSource } from "../state-machine"
import { checkPrompt } from "./check-prompt"
import { InvalidPromptError } from "./invalid-prompt-error"
import type { KnownNames } from "./known-names"
import { PromptSyntaxError } from "./prompt-errors"

/**
 * A default prompt is written for campaigns of all kinds: there a name that has a fallback may be one
 * that only some of them know.
 *
 * @throws InvalidPromptError with everything that keeps the prompt from being used
 */
export function assertPromptRuns(
  { text, source }: { text: string; source: PromptSource },
  known: KnownNames
): void {
  try {
    checkPrompt(text, known, { keepsFallbacks: source === "default" })
  } catch (error) {
    throw error instanceof PromptSyntaxError ? new InvalidPromptError(source, error) : error
  }
}
