import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import { problemWith } from "../../validation/problem"
import { refuseUnlessJson } from "./json-type"

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
    `Invalid request: ${problemWith(parsed.error, input)}`
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
