import type { PromptProblem } from "./prompt-problem"

/** How many problems a message tells; `problems` holds the others too. */
const MAX_TOLD = 10

/** A prompt that cannot be used. */
export class PromptSyntaxError extends Error {
  constructor(
    /** At least one, in the order of the text. */
    readonly problems: readonly PromptProblem[]
  ) {
    const told = problems.slice(0, MAX_TOLD).map(toSentence)
    const more = problems.length - told.length
    super(told.join(" ") + (more > 0 ? ` And ${more} more.` : ""))
    this.name = "PromptSyntaxError"
  }
}

function toSentence({ line, column, text, message }: PromptProblem): string {
  return `line ${line}, column ${column}: ${text} ${message}`
}

/** The lead lacks values that the prompt has no fallback for. */
export class MissingVariableError extends Error {
  constructor(
    /** Placeholders without a value, as the prompt writes them: `lead.company`. */
    readonly placeholders: readonly string[]
  ) {
    const names = placeholders.map((name) => `{{ ${name} }}`).join(", ")
    super(
      `There is no value for ${names}. Fill it in, or give the prompt a fallback: ` +
        `{{ ${placeholders[0] ?? "lead.company"} | default: "…" }}.`
    )
    this.name = "MissingVariableError"
  }
}

/** Filling in the prompt took too long or grew too large. */
export class PromptTooHeavyError extends Error {
  constructor(cause: unknown) {
    super(
      "Filling in the prompt's placeholders took too long or grew too large. Simplify its filters.",
      {
        cause,
      }
    )
    this.name = "PromptTooHeavyError"
  }
}
