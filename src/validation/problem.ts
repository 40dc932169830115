import type { z } from "@medusajs/framework/zod"

const MAX_ISSUES = 3
const MAX_SHOWN = 60

/** What came, short enough for a message. Objects only by name: they may be nested beyond any stack. */
function show(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === "object" && value !== null) return "an object"
  const text = JSON.stringify(value) ?? "nothing"
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
    input
  )
}

function toSentence(issue: z.core.$ZodIssue, input: unknown): string {
  if (issue.code === "unrecognized_keys") {
    const where = issue.path.length > 0 ? ` in '${issue.path.join(".")}'` : ""
    return `Unrecognized fields${where}: '${issue.keys.join("', '")}'`
  }
  const value = valueAt(input, issue.path)
  const field = issue.path.length > 0 ? `Field '${issue.path.join(".")}'` : "Body"
  if (value === undefined && issue.code === "invalid_type") {
    return `${field} is required: expected ${issue.expected}`
  }
  return `${field}: ${issue.message}, got: ${show(value)}`
}

/** What is wrong with `input`, in words: at most three fields, each with what came. */
export function problemWith(error: z.ZodError, input: unknown): string {
  const issues = error.issues.slice(0, MAX_ISSUES)
  return issues.map((issue) => toSentence(issue, input)).join("; ")
}
