/** A prompt that is no valid template. */
export class PromptSyntaxError extends Error {
  constructor(
    /** What is wrong, without the place. */
    readonly problem: string,
    /** From 1. */
    readonly line: number,
    /** From 1. */
    readonly column: number
  ) {
    super(`line ${line}, column ${column}: ${problem}`)
    this.name = "PromptSyntaxError"
  }
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
