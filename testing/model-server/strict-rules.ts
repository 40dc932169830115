import type { ModelCall, Reply } from "./model-server"

const refuse = (message: string, param: string): Reply => ({
  status: 400,
  json: { error: { message, type: "invalid_request_error", param, code: null } },
})

/**
 * Refuses what the strictest of the providers refuse: `max_tokens`, a schema that is not strict, and in
 * it a property without a type, one that is not required, one more than is named, or a keyword that
 * strict mode does not know. Null for a call that all of them take.
 */
export function refuseAsTheStrictest(call: ModelCall): Reply | null {
  if (call.max_tokens !== undefined) {
    return refuse(
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      "max_tokens"
    )
  }
  const { response_format: format } = call
  if (!format) return null
  const inFormat = (message: string) =>
    refuse(`Invalid schema for response_format: ${message}`, "response_format")
  if (format.type !== "json_schema") return inFormat("only json_schema is supported")
  if (format.json_schema?.strict !== true) return inFormat("'strict' is required to be true")
  if (!/^[\w-]{1,64}$/.test(format.json_schema.name ?? "")) return inFormat("'name' is required")
  const problem = problemIn(format.json_schema.schema ?? {}, "the schema")
  return problem === null ? null : inFormat(problem)
}

const KNOWN = new Set([
  "type",
  "description",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "enum",
])

function problemIn(schema: Record<string, unknown>, where: string): string | null {
  const { type, properties = {}, required = [], additionalProperties } = schema
  if (typeof type !== "string") return `${where} must have a 'type' key`
  const unknown = Object.keys(schema).find((keyword) => !KNOWN.has(keyword))
  if (unknown) return `${where} uses '${unknown}', which is not permitted`
  if (type !== "object") return null
  if (additionalProperties !== false) {
    return `'additionalProperties' is required to be supplied and to be false in ${where}`
  }
  const names = Object.keys(properties as object)
  const missing = names.filter((name) => !(required as string[]).includes(name))
  if (missing.length > 0) return `'required' must include every key in ${where}`
  for (const name of names) {
    const property = (properties as Record<string, Record<string, unknown>>)[name] ?? {}
    const problem = problemIn(property, `property '${name}'`)
    if (problem !== null) return problem
  }
  return null
}
