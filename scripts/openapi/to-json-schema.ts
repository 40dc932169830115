import { z } from "@medusajs/framework/zod"

/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = Record<string, unknown>

const COMPONENTS = "#/components/schemas/"

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** `#/$defs/X` becomes `#/components/schemas/X`, all the way down. */
function withComponentRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withComponentRefs)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) =>
      key === "$ref" && typeof member === "string"
        ? [key, member.replace("#/$defs/", COMPONENTS)]
        : [key, withComponentRefs(member)]
    )
  )
}

/**
 * Turns zod schemas into JSON Schemas. Those with an `id` in their meta become components, which it
 * collects.
 */
export class JsonSchemas {
  /** By their ids, in order of the alphabet. */
  get components(): Record<string, JsonSchema> {
    return Object.fromEntries(
      [...this.components_].sort(([one], [other]) => one.localeCompare(other, "en"))
    )
  }
  private readonly components_ = new Map<string, JsonSchema>()

  /** @param io what comes in (before transforms and defaults) or what goes out */
  convert(schema: z.ZodType, io: "input" | "output"): JsonSchema {
    const {
      $schema: _,
      $defs = {},
      id,
      ...own
    }: JsonSchema = z.toJSONSchema(schema, {
      io,
      // What a schema of its own checks has no JSON form; its meta says what there is to say.
      unrepresentable: "any",
      override: ({ zodSchema, jsonSchema }) => {
        if (jsonSchema.format !== undefined) delete jsonSchema.pattern
        // It leaves defaults out where the value is transformed; ours are numbers either way.
        const { def } = zodSchema._zod
        if (def.type === "default") Object.assign(jsonSchema, { default: def.defaultValue })
      },
    })
    if (isObject($defs)) {
      for (const [name, definition] of Object.entries($defs)) this.add_(name, definition)
    }
    if (typeof id !== "string") return toSchema(withComponentRefs(own))
    this.add_(id, own)
    return { $ref: COMPONENTS + id }
  }

  private add_(name: string, definition: unknown): void {
    const { id: _, ...schema } = toSchema(withComponentRefs(definition))
    this.components_.set(name, schema)
  }
}

function toSchema(value: unknown): JsonSchema {
  if (isObject(value)) return value
  throw new Error(`expected a JSON Schema, got ${JSON.stringify(value)}`)
}
