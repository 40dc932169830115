import { LiquidError, Output, TypeGuards, type Template } from "liquidjs"
import { LRUCache } from "lru-cache"
import { createPromptEngine } from "./prompt-engine"
import { PromptSyntaxError } from "./prompt-errors"

/** One `{{ … }}` of a prompt. */
export interface Placeholder {
  /** The variable as written, for example `lead.company`. */
  path: string
  /** Variables that stand in when it has no value: `default: sender.name`. */
  fallbackPaths: string[]
  /** True when a `default` filter gives a text for the case that nothing has a value. */
  hasFallbackText: boolean
}

/** A prompt that is known to be a valid template. */
export interface ParsedPrompt {
  templates: Template[]
  placeholders: Placeholder[]
}

export const promptEngine = createPromptEngine()

/** 200 leads share one prompt; each is up to 128 kB of text. */
const parsed = new LRUCache<string, ParsedPrompt>({ max: 50 })

/** @throws PromptSyntaxError */
export function parsePrompt(text: string): ParsedPrompt {
  const known = parsed.get(text)
  if (known) return known
  const templates = parseTemplates(text)
  const placeholders = templates.flatMap((template) =>
    template instanceof Output ? toPlaceholders(template) : []
  )
  const prompt = { templates, placeholders }
  parsed.set(text, prompt)
  return prompt
}

function parseTemplates(text: string): Template[] {
  try {
    return promptEngine.parse(text)
  } catch (error) {
    if (!LiquidError.is(error)) throw new PromptSyntaxError(messageOf(error), 1, 1)
    const [line = 1, column = 1] = error.token.getPosition()
    const problem = (error.originalError?.message ?? error.message).split(", line:")[0] ?? ""
    throw new PromptSyntaxError(problem, line, column)
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function toPlaceholders({ value }: Output): Placeholder[] {
  const fallbacks = value.filters.filter((filter) => filter.name === "default")
  const fallbackArguments = fallbacks.flatMap((filter) => filter.args)
  const fallbackPaths = fallbackArguments.flatMap(toPath)
  // `nil`, `empty` and named arguments are no text to fall back on.
  const hasFallbackText = fallbackArguments.some(
    (argument) => TypeGuards.isQuotedToken(argument) || TypeGuards.isNumberToken(argument)
  )
  const others = value.filters.filter((filter) => filter.name !== "default")

  const subjects = value.initial.postfix.flatMap(toPath)
  const operands = others.flatMap((filter) => filter.args.flatMap(toPath))
  return [
    ...subjects.map((path) => ({ path, fallbackPaths, hasFallbackText })),
    ...operands.map((path) => ({ path, fallbackPaths: [], hasFallbackText: false })),
  ]
}

/** The variable that a token of an expression reads; none for a literal. */
function toPath(token: unknown): string[] {
  const operand: unknown = Array.isArray(token) ? token[1] : token
  return TypeGuards.isPropertyAccessToken(operand) ? [operand.getText()] : []
}
