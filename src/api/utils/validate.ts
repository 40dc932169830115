import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import { refuseUnlessJson } from "./json-type"

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
export function complaintAbout(error: z.ZodError, input: unknown): string {
  const issues = error.issues.slice(0, MAX_ISSUES)
  return issues.map((issue) => toSentence(issue, input)).join("; ")
}

/**
 * Checks a value the way the host's validation does, but says of every field what came: the host's
 * own messages name only the bound.
 *
 * @throws MedusaError INVALID_DATA that names at most three fields
 */
export function parseOrRefuse<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown
): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: ${complaintAbout(parsed.error, input)}`
  )
}

/** Puts the checked body into `req.validatedBody`. */
export function validateBody(schema: z.ZodType): MiddlewareFunction {
  return (req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) => {
    refuseUnlessJson(req)
    // A request without a body arrives as undefined: say which fields are missing instead.
    // eslint-disable-next-line no-restricted-syntax -- this is the validator
    req.validatedBody = parseOrRefuse(schema, req.body ?? {})
    next()
  }
}

/** Puts the checked query into `req.validatedQuery`. */
export function validateQuery(schema: z.ZodType): MiddlewareFunction {
  return (req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) => {
    const query: Record<string, unknown> = parseQuery(schema, req.query)
    req.validatedQuery = query
    next()
  }
}

function parseQuery(schema: z.ZodType, query: unknown): Record<string, unknown> {
  const parsed: unknown = parseOrRefuse(schema, query)
  return typeof parsed === "object" && parsed !== null ? { ...parsed } : {}
}
