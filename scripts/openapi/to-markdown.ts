import type { OpenApiDocument } from "./build-document"
import type { JsonSchema } from "./to-json-schema"

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const asObject = (value: unknown): JsonSchema => (isObject(value) ? value : {})
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const asText = (value: unknown): string => (typeof value === "string" ? value : "")

/** The document for people: every call, then every shape. */
export function toMarkdown({ paths, components, info }: OpenApiDocument): string {
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation }))
  )
  const tags = [...new Set(calls.map(({ operation }) => asText(asList(operation.tags)[0])))]
  return [
    "# HTTP reference",
    "Made by `npm run openapi` from the schemas that the routes validate with, as is [`openapi.json`](openapi.json) (OpenAPI 3.1). Every path is below `/api/v1`.",
    asText(asObject(info).description),
    ...tags.flatMap((tag) => [
      `## ${tag}`,
      ...calls
        .filter(({ operation }) => asList(operation.tags)[0] === tag)
        .flatMap(({ method, path, operation }) => toSection(method, path, operation)),
    ]),
    "## Refusals",
    "Any call may answer 400, 401 and, where the host's feature flag `rbac` is on, 403.",
    table(
      ["status", "means"],
      refusalsOf(
        calls.map(({ operation }) => operation),
        components
      )
    ),
    "## Shapes",
    ...Object.entries(components.schemas ?? {}).flatMap(([name, schema]) => [
      `### ${name}`,
      fieldsOf(schema),
    ]),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
}

function toSection(method: string, path: string, operation: JsonSchema): string[] {
  const parameters = asList(operation.parameters)
    .map(asObject)
    .filter((parameter) => parameter.in !== "path")
    .map(({ name, in: place, required, description, schema }) => [
      `\`${asText(name)}\`${required === true ? ", required" : ""}`,
      asText(place),
      cell(typeOf(asObject(schema)), asText(description)),
    ])
  const content = asObject(asObject(operation.requestBody).content)
  const [[status, answer] = ["", {}], ...refusals] = Object.entries(asObject(operation.responses))
  const [type = "", media] = Object.entries(asObject(asObject(answer).content))[0] ?? []
  return [
    `### ${method.toUpperCase()} ${path}`,
    [asText(operation.summary), asText(operation.description)].filter(Boolean).join(". "),
    parameters.length > 0 ? table(["parameter", "in", "value"], parameters) : "",
    ...Object.entries(content).flatMap(([name, body]) => toBody(name, asObject(body))),
    `Answers ${status} with ${typeOf(asObject(asObject(media).schema))}${type === "application/json" ? "" : ` as \`${type}\``}; refused with ${refusals.map(([code]) => code).join(", ")}.`,
    example(asObject(media).example),
  ]
}

function toBody(type: string, { schema, example: sent }: JsonSchema): string[] {
  const isJson = type === "application/json"
  const { anyOf, description } = asObject(schema)
  const forms = Array.isArray(anyOf) ? anyOf.map(asObject) : [asObject(schema)]
  return [
    `Body as \`${type}\`${forms.length > 1 ? ", one of" : ""}${isJson ? "" : `. ${asText(description)}`}`,
    ...(isJson ? forms.map(fieldsOf) : []),
    example(sent),
  ]
}

function example(value: unknown): string {
  if (value === undefined) return ""
  return typeof value === "string"
    ? `\`\`\`text\n${value.trim()}\n\`\`\``
    : `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``
}

function fieldsOf({ properties, required }: JsonSchema): string {
  const rows = Object.entries(asObject(properties)).map(([name, schema]) => [
    `\`${name}\`${asList(required).includes(name) ? "" : ", optional"}`,
    cell(typeOf(asObject(schema)), asText(asObject(schema).description)),
  ])
  return table(["field", "value"], rows)
}

const cell = (type: string, description: string) =>
  [type, description].filter(Boolean).join(". ").replace(/\|/g, "\\|")

function table(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n")
}

function refusalsOf(operations: JsonSchema[], components: OpenApiDocument["components"]) {
  const seen = new Map<string, string>()
  for (const { responses } of operations) {
    for (const [status, { $ref }] of Object.entries(asObject(responses)).map(
      ([code, response]) => [code, asObject(response)] as const
    )) {
      const name = asText($ref).split("/").at(-1)
      if (name) seen.set(status, asText(components.responses?.[name]?.description))
    }
  }
  return [...seen].sort()
}

/** A schema in words. */
function typeOf(schema: JsonSchema): string {
  const { default: preset } = schema
  const suffix = preset === undefined ? "" : `, default ${JSON.stringify(preset)}`
  return `${bareTypeOf(schema)}${suffix}`
}

function bareTypeOf(schema: JsonSchema): string {
  const { $ref, anyOf, enum: values, const: only, type, format, items, properties } = schema
  if (typeof $ref === "string") {
    const name = $ref.split("/").at(-1) ?? ""
    return `[${name}](#${name.toLowerCase()})`
  }
  if (Array.isArray(anyOf)) return anyOf.map((form) => bareTypeOf(asObject(form))).join(" or ")
  if (Array.isArray(values)) return values.map((value) => `\`${String(value)}\``).join(", ")
  if (only !== undefined) return `\`${JSON.stringify(only)}\``
  if (type === "array") {
    const { minItems, maxItems } = schema
    return `list of ${bounds(minItems, maxItems)}${bareTypeOf(asObject(items))}`
  }
  if (isObject(properties)) {
    const members = Object.entries(properties).map(
      ([name, member]) => `\`${name}\` (${bareTypeOf(asObject(member))})`
    )
    return `object of ${members.join(", ")}`
  }
  if (format === "uuid") return "UUID"
  if (format === "date-time") return "time"
  if (type === "string") {
    const length = bounds(
      schema.minLength ?? (schema.maxLength === undefined ? undefined : 0),
      schema.maxLength
    )
    return length ? `text of ${length}characters` : "text"
  }
  if (type === "integer" || type === "number") {
    const { minimum, maximum, exclusiveMinimum } = schema
    const from = typeof exclusiveMinimum === "number" ? `more than ${exclusiveMinimum}` : minimum
    return `${type} ${bounds(from, maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum)}`.trim()
  }
  return asText(type) || "anything"
}

function bounds(least: unknown, most: unknown): string {
  const isBound = (bound: unknown) => typeof bound === "number" || typeof bound === "string"
  if (isBound(least) && isBound(most)) return `${least} to ${most} `
  if (isBound(least)) return `${least} and more `
  return isBound(most) ? `up to ${most} ` : ""
}
