import { z } from "@medusajs/framework/zod"
import type { JsonObject } from "../ports"
import { problemWithText } from "./text"

/** Deeper is no data that anybody keeps about a lead, and recursive code may run out of stack. */
const MAX_DEPTH = 20

/** Why Postgres `jsonb` would refuse or change the value; null when it would do neither. */
function problemWithJson(value: unknown, depth: number): string | null {
  if (typeof value === "string") return problemWithText(value)
  // `1e999` parses as Infinity, which JSON cannot write.
  if (typeof value === "number") return Number.isFinite(value) ? null : "has a number out of range"
  if (typeof value !== "object" || value === null) return null
  if (depth === MAX_DEPTH) return `must not be nested more than ${MAX_DEPTH} levels deep`
  for (const [key, member] of Object.entries(value)) {
    const problem = problemWithText(key) ?? problemWithJson(member, depth + 1)
    if (problem) return problem
  }
  return null
}

const isObject = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/**
 * A JSON object that can be stored: at most `maxBytes` as UTF-8 JSON and 20 levels deep, without NUL
 * or lone surrogates in any key or text. Expects what `JSON.parse` gave.
 */
export function wellFormedJsonObject(maxBytes: number) {
  return z
    .custom<JsonObject>(isObject, { message: "expected a JSON object", abort: true })
    .superRefine((value, context) => {
      const problem = problemWithJson(value, 0) ?? problemWithSize(value, maxBytes)
      if (problem) context.addIssue({ code: "custom", message: problem })
    })
    .meta({
      type: "object",
      description: `At most ${maxBytes} bytes as JSON, and ${MAX_DEPTH} levels deep.`,
    })
}

function problemWithSize(value: JsonObject, maxBytes: number): string | null {
  const bytes = Buffer.byteLength(JSON.stringify(value))
  return bytes <= maxBytes ? null : `expected at most ${maxBytes} bytes as JSON, got ${bytes}`
}
