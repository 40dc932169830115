import { appendFileSync } from "node:fs"
import Ajv2020, { type ValidateFunction } from "ajv/dist/2020"
import addFormats from "ajv-formats"
import { buildDocument, type OpenApiDocument } from "../../scripts/openapi/build-document"

/** One request and what came of it. */
export interface Exchange {
  method: string
  /** With its query, and whatever stands before the path. */
  url: string
  /** What was sent as JSON; undefined for none, or for another type. */
  requestBody?: unknown
  status: number
  /** `Content-Type` of the answer. */
  type: string
  /** The parsed answer. */
  body: unknown
}

const DOCUMENT = "openapi"
const API = "/api/v1"

const escapePointer = (part: string) =>
  encodeURIComponent(part.replace(/~/g, "~0").replace(/\//g, "~1"))

const noted = new Set<string>()

/** Tells the run which of the document's answers were given, for `findUnseenAnswers`. */
function noteAnswer(answer: string): void {
  const file = process.env.ANSWERS_SEEN
  if (!file || noted.has(answer)) return
  noted.add(answer)
  appendFileSync(file, `${answer}\n`)
}

/** Holds what is sent and answered against the OpenAPI document. */
export class HttpContract {
  private readonly ajv_: Ajv2020
  private readonly paths_: { path: string; matches: RegExp }[]

  constructor(private readonly document_: OpenApiDocument = buildDocument()) {
    this.ajv_ = new Ajv2020({ strict: false, allErrors: true, coerceTypes: false })
    addFormats(this.ajv_)
    this.ajv_.addSchema(document_, DOCUMENT)
    this.paths_ = Object.keys(document_.paths).map((path) => ({
      path,
      matches: new RegExp(`^${API}${path.replace(/\{\w+\}/g, "[^/]+")}$`),
    }))
  }

  /** What of it the document does not say. Empty for a call that is none of the document's. */
  problems(exchange: Exchange): string[] {
    const { pathname, searchParams } = new URL(exchange.url, "http://host")
    const path = this.paths_.find(({ matches }) => matches.test(pathname))?.path
    const method = exchange.method.toLowerCase()
    if (path === undefined || this.document_.paths[path]?.[method] === undefined) return []
    const operation = ["paths", path, method]
    noteAnswer(`${method} ${path} ${exchange.status}`)
    const problems = this.answerProblems_(operation, exchange)
    if (exchange.status < 300) {
      problems.push(...this.queryProblems_(operation, searchParams))
      problems.push(...this.bodyProblems_(operation, exchange))
    }
    return problems.map((problem) => `${exchange.method} ${path} → ${exchange.status}: ${problem}`)
  }

  private answerProblems_(operation: string[], { status, type, body }: Exchange): string[] {
    const [mediaType = ""] = type.split(";")
    const response = this.resolve_([...operation, "responses", String(status)])
    if (!response) return ["the document knows no such status"]
    const schema = [...response, "content", mediaType, "schema"]
    if (!this.at_(schema)) return [`the document knows no answer of type ${mediaType}`]
    if (mediaType !== "application/json") return []
    return this.mismatches_(this.validator_(schema), body, "answer")
  }

  private queryProblems_(operation: string[], query: URLSearchParams): string[] {
    const parameters = this.at_([...operation, "parameters"])
    const known = new Map<unknown, number>()
    if (Array.isArray(parameters)) {
      parameters.forEach((parameter: { in: string; name: string }, place) => {
        if (parameter.in === "query") known.set(parameter.name, place)
      })
    }
    return [...query].flatMap(([name, text]) => {
      const place = known.get(name)
      if (place === undefined) return [`the document knows no '${name}' in the query`]
      const schema = [...operation, "parameters", String(place), "schema"]
      const isNumber = Reflect.get(Object(this.at_(schema)), "type") === "integer"
      const value = isNumber ? Number(text) : text
      return this.mismatches_(this.validator_(schema), value, `query '${name}'`)
    })
  }

  private bodyProblems_(operation: string[], { requestBody, body }: Exchange): string[] {
    if (requestBody === undefined) return []
    // Each lead of an import is looked at by itself: a wrong one is answered, and stops no other.
    const refusedRows: unknown = Reflect.get(Object(body), "errors")
    if (Array.isArray(refusedRows) && refusedRows.length > 0) return []
    const schema = [...operation, "requestBody", "content", "application/json", "schema"]
    if (!this.at_(schema)) return ["the document knows no body"]
    return this.mismatches_(this.validator_(schema), requestBody, "body")
  }

  private mismatches_(validate: ValidateFunction, value: unknown, what: string): string[] {
    if (validate(value)) return []
    return [`${what}: ${this.ajv_.errorsText(validate.errors, { dataVar: what })}`]
  }

  private validator_(place: string[]): ValidateFunction {
    const validate = this.ajv_.getSchema(`${DOCUMENT}#/${place.map(escapePointer).join("/")}`)
    if (validate) return validate
    throw new Error(`the document has no schema at ${place.join(" / ")}`)
  }

  /** Follows one `$ref`, as responses have. */
  private resolve_(place: string[]): string[] | null {
    const found = this.at_(place)
    if (found === undefined) return null
    const ref: unknown = Reflect.get(Object(found), "$ref")
    return typeof ref === "string" ? ref.replace(/^#\//, "").split("/") : place
  }

  private at_(place: string[]): unknown {
    return place.reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined,
      this.document_
    )
  }
}
