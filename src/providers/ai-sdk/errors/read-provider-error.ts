/** What a provider says of a call that it did not answer, as far as its body says it. */
export interface ProviderError {
  /** An HTTP status that stands in the body, 400 to 599; null where there is none. */
  status: number | null
  /** Codes, types and names of parameters, in lower case, a blank between them. */
  code: string
  /** Its own words, on one line; empty where there are none. May quote the prompt, the lead or the key. */
  message: string
  /** What the body asks to wait, in ms; null where it does not say. */
  retryAfterMs: number | null
}

type Members = Record<string, unknown>

const isObject = (value: unknown): value is Members => typeof value === "object" && value !== null
const textOf = (value: unknown) => (typeof value === "string" ? value : "")
const CODES = ["code", "type", "status", "reason", "error_code", "param", "errorCode", "name"]
const WORDS = ["message", "msg", "detail", "error_msg", "error_description", "title", "status_msg"]
const STATUSES = ["code", "status", "statusCode", "status_code", "http_code", "error_code"]

/**
 * Reads the error out of a body, in the forms of OpenAI, Azure, OpenRouter, Groq, Mistral, Anthropic,
 * Gemini, vLLM, Ollama, FastAPI, Cloudflare, MiniMax and their like. Null for a body that reports none.
 */
export function readProviderError(body: unknown): ProviderError | null {
  const value: unknown = typeof body === "string" ? parse(body) : body
  const top: unknown = Array.isArray(value) ? value[0] : value
  if (!isObject(top)) return null
  const reports = findReports(top)
  if (reports.length === 0) return null
  const objects = reports.filter(isObject)
  const message = reports
    .flatMap((report) => (isObject(report) ? wordsOf(report) : [textOf(report)]))
    .filter((words) => words !== "")
    .join(" ")
  const code = objects.flatMap((report) => CODES.map((name) => report[name]))
  const statuses = objects.flatMap((report) => STATUSES.map((name) => toStatus(report[name])))
  return {
    status: statuses.find((status) => status !== null) ?? null,
    code: code
      .filter((part) => ["string", "number"].includes(typeof part))
      .join(" ")
      .toLowerCase(),
    message: message.replace(/\s+/g, " ").trim(),
    retryAfterMs: toRetryAfter(message, JSON.stringify(reports)),
  }
}

/** Where an error may stand: under `error`, in the choice that it ended, in a list, or as the body itself. */
function findReports(top: Members): unknown[] {
  const choice: unknown = Array.isArray(top.choices) ? top.choices[0] : undefined
  const inChoice = isObject(choice) ? choice.error : undefined
  const error = top.error ?? inChoice
  if (isObject(error)) return [error, ...(isObject(error.metadata) ? [error.metadata] : []), top]
  if (typeof error === "string" && error !== "") return [error, top]
  if (Array.isArray(top.errors) && top.errors.length > 0) return [top.errors[0]]
  const { base_resp } = top
  if (isObject(base_resp) && base_resp.status_code !== 0)
    return base_resp.status_code ? [base_resp] : []
  if (top.detail !== undefined) return [top]
  const isReport = top.choices === undefined && WORDS.some((name) => textOf(top[name]) !== "")
  return isReport ? [top] : []
}

function wordsOf(report: Members): string[] {
  const words = WORDS.flatMap((name) => {
    const value = report[name]
    if (Array.isArray(value)) return value.map(toValidationProblem)
    return [isObject(value) ? textOf(value.message) || textOf(value.msg) : textOf(value)]
  })
  // OpenRouter hands on what the provider behind it said.
  return [...words, typeof report.raw === "string" ? wordsOfRaw(report.raw) : ""]
}

const wordsOfRaw = (raw: string) => readProviderError(raw)?.message ?? raw

/** FastAPI's form. Its `input` is the request itself, and stays out. */
function toValidationProblem(problem: unknown): string {
  if (!isObject(problem)) return textOf(problem)
  const where = Array.isArray(problem.loc) ? problem.loc.join(".") : ""
  return [where, textOf(problem.msg)].filter((part) => part !== "").join(": ")
}

function toStatus(value: unknown): number | null {
  const status = typeof value === "string" && /^\d{3}$/.test(value) ? Number(value) : value
  return typeof status === "number" && status >= 400 && status <= 599 ? status : null
}

const UNITS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }

/** Gemini's `retryDelay: "39s"`, and "try again in 1m12.5s" as OpenAI and Groq put it. */
function toRetryAfter(message: string, report: string): number | null {
  const [, asked] =
    /"retryDelay":"([^"]+)"/.exec(report) ??
    /(?:try again|retry|wait)[a-z ]{0,20} (?:in|after|for) ((?:\d+(?:\.\d+)? ?(?:ms|[smh])[a-z]*[ ,]*)+)/i.exec(
      message
    ) ??
    []
  const spans = [...(asked ?? "").matchAll(/(\d+(?:\.\d+)?) ?(ms|[smh])/gi)]
  if (spans.length === 0) return null
  return spans.reduce(
    (sum, [, n, unit = ""]) => sum + Number(n) * (UNITS[unit.toLowerCase()] ?? 0),
    0
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // A page of a proxy, or nothing: then the status says all there is.
  }
}
