import { version } from "../../package.json"
import { Refusal } from "./answers/parts"
import type { Operation } from "./operation"
import { OPERATIONS } from "./operations"
import { REFUSALS } from "./refusals"
import { JsonSchemas, type JsonSchema } from "./to-json-schema"

/** An OpenAPI 3.1 document, as far as whoever reads it here looks into it. */
export interface OpenApiDocument {
  openapi: string
  paths: Record<string, Record<string, JsonSchema>>
  components: Record<string, Record<string, JsonSchema>>
  [member: string]: unknown
}

const JSON_TYPE = "application/json"

/** Of path parameters that are no UUIDs. */
const PATH_SCHEMAS: Record<string, JsonSchema> = {
  step_index: { type: "integer", minimum: 1, maximum: 32 },
  token: { type: "string" },
  provider: { type: "string" },
}

const PATH_PARAMETER = /\{(\w+)\}/g

const DESCRIPTION = `One personalised e-mail draft per lead: generate, read, compare, approve.

Send \`Authorization: Bearer <token>\` with an admin's token (\`POST /auth/user/emailpass\`) or one of the host's secret API keys. Every refusal has one shape, \`{ type, message, code? }\`. Times are ISO 8601 in UTC, ids UUIDs, lengths count Unicode code points, and unknown fields are refused.`

/** The document of all calls, made of the schemas that the routes validate with. */
export function buildDocument(): OpenApiDocument {
  const schemas = new JsonSchemas()
  const refusal = schemas.convert(Refusal, "output")
  const paths: OpenApiDocument["paths"] = {}
  for (const [call, operation] of Object.entries(OPERATIONS)) {
    const [method = "", path = ""] = call.split(" ")
    paths[path] = { ...paths[path], [method]: toOperation(path, operation, schemas) }
  }
  const responses = Object.values(REFUSALS).map(({ name, description, example }) => [
    name,
    { description, content: { [JSON_TYPE]: { schema: refusal, example } } },
  ])
  return {
    openapi: "3.1.0",
    info: {
      title: "medusa-plugin-playground",
      version,
      description: DESCRIPTION,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/api/v1" }],
    security: [{ bearer: [] }, { apiKey: [] }, { session: [] }],
    tags: [...new Set(Object.values(OPERATIONS).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.components,
      responses: Object.fromEntries(responses) as Record<string, JsonSchema>,
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          description: "An admin's token, or a secret API key (`sk_…`).",
        },
        apiKey: {
          type: "http",
          scheme: "basic",
          description: "A secret API key as the user name, as the host takes it.",
        },
        session: { type: "apiKey", in: "cookie", name: "connect.sid" },
      },
    },
  }
}

function toOperation(path: string, operation: Operation, schemas: JsonSchemas): JsonSchema {
  const { operationId, tag, summary, description, body, answer, refusals = [] } = operation
  const { isPublic } = operation
  const parameters = toParameters(path, operation, schemas)
  const { status = 200, type = JSON_TYPE, csv } = answer
  const content = { schema: schemas.convert(answer.schema, "output"), example: answer.example }
  const responses: JsonSchema = {
    [status]: {
      description: summary,
      content: { [type]: content, ...(csv && { "text/csv": { schema: {}, ...csv } }) },
    },
  }
  for (const code of [...refusalsOfAny(path, operation), ...refusals]) {
    responses[code] = { $ref: `#/components/responses/${REFUSALS[code].name}` }
  }
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(isPublic && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: toRequestBody(body, schemas) }),
    responses,
  }
}

/** What a call is refused with by what it takes, whatever it does. */
function refusalsOfAny(path: string, { query, body, isPublic }: Operation) {
  const takesNothing = !path.includes("{") && !query && !body
  return [
    ...(takesNothing ? [] : [400 as const]),
    ...(isPublic ? [] : [401 as const, 403 as const]),
    // The host's parser, which leaves a stream of CSV alone.
    ...(body && !body.csv ? [413 as const] : []),
    ...(body ? [415 as const] : []),
  ]
}

function toRequestBody(body: NonNullable<Operation["body"]>, schemas: JsonSchemas): JsonSchema {
  const json = { schema: schemas.convert(body.schema, "input"), example: body.example }
  const csv = body.csv && {
    schema: { type: "string", description: body.csv.description },
    example: body.csv.example,
  }
  return {
    required: true,
    content: { [JSON_TYPE]: json, ...(csv && { "text/csv": csv }) },
  }
}

function toParameters(path: string, operation: Operation, schemas: JsonSchemas): JsonSchema[] {
  const inPath = [...path.matchAll(PATH_PARAMETER)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: PATH_SCHEMAS[name] ?? { type: "string", format: "uuid" },
  }))
  const inHeader = (operation.headers ?? []).map(({ schema, ...header }) => ({
    ...header,
    in: "header",
    schema: schemas.convert(schema, "input"),
  }))
  return [...inPath, ...toQueryParameters(operation, schemas), ...inHeader]
}

function toQueryParameters({ query }: Operation, schemas: JsonSchemas): JsonSchema[] {
  if (!query) return []
  const { properties = {}, required = [] } = schemas.convert(query, "input")
  return Object.entries(properties as Record<string, JsonSchema>).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: "query",
      ...(Array.isArray(required) && required.includes(name) && { required: true }),
      ...(description !== undefined && { description }),
      schema,
    })
  )
}
