import { ApiError } from "../common/api-error"

/** One thing in a prompt that keeps it from being used. */
export interface PromptProblem {
  code: string
  /** From 1. */
  line: number
  /** From 1, in UTF-16 units. */
  column: number
  /** As it stands in the prompt. */
  text: string
  /** What is wrong in it. */
  name: string
  /** What to write in place of `text`; null: nothing is near enough. */
  suggestion: string | null
  message?: string
}

/** Where a text stands in a prompt, by UTF-16 index. */
export interface Span {
  start: number
  end: number
}

/** What the server finds wrong with the prompt that was sent; none where something else failed. */
export function problemsOf(error: unknown): PromptProblem[] {
  if (!(error instanceof ApiError) || error.code !== "invalid_prompt") return []
  const { problems } = error.params
  // The plugin's own server wrote it: both are of one version.
  return Array.isArray(problems) ? (problems as PromptProblem[]) : []
}

/** Where a problem stands in the text as it is now; null: it was changed since. */
export function spanOf(prompt: string, { line, column, text }: PromptProblem): Span | null {
  const lines = prompt.split("\n")
  if (line > lines.length) return null
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0)
  const start = before + column - 1
  return prompt.startsWith(text, start) ? { start, end: start + text.length } : null
}

/** The prompt with the problem's suggestion in its place; as it is where there is nothing to put. */
export function repair(prompt: string, problem: PromptProblem): string {
  const span = spanOf(prompt, problem)
  if (!span || problem.suggestion === null) return prompt
  return prompt.slice(0, span.start) + problem.suggestion + prompt.slice(span.end)
}

/** Gives each place of a variable a fallback, so that no lead without a value fails. */
export function withFallback(prompt: string, variable: string, fallback: string): string {
  // A template has no way to write a quotation mark within quotation marks.
  const quoted = `"${fallback.replace(/"/g, "”")}"`
  return prompt.replace(/\{\{\s*([^{}|]+?)\s*\}\}/g, (all, name: string) =>
    name === variable ? `{{ ${variable} | default: ${quoted} }}` : all
  )
}
