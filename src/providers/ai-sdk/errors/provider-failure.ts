import type { Ai } from "../sdk"
import { statusWithin } from "./classify"
import { readProviderError, type ProviderError } from "./read-provider-error"

/** A call that brought no answer of the model, as far as the SDK and the body tell. */
export interface ProviderFailure {
  /** The HTTP status; that of the error where one came inside a 200. Null: no connection. */
  status: number | null
  error: ProviderError | null
  headers?: Record<string, string>
  /** The parsed body of an answer with a status below 300. */
  body?: unknown
  /** The connection broke while the answer came. */
  isCut: boolean
  /** The answer is well formed and has nothing in it. */
  isEmpty: boolean
  cause: unknown
  /** The provider's own words, whole: for the debug log. */
  details?: string
}

/** Longest text that is kept for the debug log. */
const MAX_DETAILS = 10_000

/** Null for an error that did not come from the call. */
export function toProviderFailure(ai: Ai, cause: unknown): ProviderFailure | null {
  if (ai.APICallError.isInstance(cause)) {
    const { statusCode, responseHeaders: headers, responseBody = "" } = cause
    if (statusCode === undefined || isCut(cause.cause)) return disconnected(cause)
    return fromBody({ status: statusCode, headers, text: responseBody, cause })
  }
  if (ai.InvalidResponseDataError.isInstance(cause)) {
    return fromBody({ status: 200, text: JSON.stringify(cause.data), cause })
  }
  return isFetchFailure(cause) || isCut(cause) ? disconnected(cause) : null
}

interface FailedBody {
  status: number
  headers?: Record<string, string>
  text: string
  cause: unknown
}

/** A failure that its body tells of, be the status what it may. */
export function fromBody({ status, headers, text, cause }: FailedBody): ProviderFailure {
  const error = readProviderError(text)
  const details = text.slice(0, MAX_DETAILS)
  const common = { headers, cause, details, isCut: false, isEmpty: false }
  if (status >= 300) return { ...common, status, error: error ?? fromPage(text) }
  const body = parse(text)
  if (error) return { ...common, status: statusWithin(error), error, body }
  if (hasNoLength(headers) && isHalfJson(text)) return { ...disconnected(cause), details }
  return {
    ...common,
    status,
    error: null,
    body,
    isEmpty: typeof body === "object" && body !== null,
  }
}

/** The error that came inside an answer which the SDK took for one; null where there is none. */
export function toFailureWithin(body: unknown, headers?: Record<string, string>) {
  if (readProviderError(body) === null) return null
  return fromBody({ status: 200, headers, text: JSON.stringify(body), cause: undefined })
}

const disconnected = (cause: unknown): ProviderFailure => ({
  status: null,
  error: null,
  isCut: isCut(cause),
  isEmpty: false,
  cause,
})

/** A gateway's page has nothing to quote. */
const fromPage = (text: string): ProviderError | null =>
  /^\s*</.test(text) || text.trim() === ""
    ? null
    : { status: null, code: "", message: text.replace(/\s+/g, " ").trim(), retryAfterMs: null }

const hasNoLength = (headers: Record<string, string> = {}) =>
  headers["content-length"] === undefined && headers["transfer-encoding"] === undefined

/** A server that closes its connection early, without saying how long the answer is, leaves half of it. */
const isHalfJson = (text: string) => /^\s*[{[]/.test(text) && !/[}\]]\s*$/.test(text)

const CUT = /terminated|other side closed|socket hang up|premature close|ECONNRESET|EPIPE|UND_ERR/

const isFetchFailure = (error: unknown) => /fetch failed/.test(describe(error))

function isCut(error: unknown, depth = 0): boolean {
  if (depth > 5 || typeof error !== "object" || error === null) return false
  if (CUT.test(describe(error))) return true
  return isCut(Reflect.get(error, "cause"), depth + 1)
}

function describe(error: unknown): string {
  if (typeof error !== "object" || error === null) return ""
  return `${String(Reflect.get(error, "message"))} ${String(Reflect.get(error, "code"))}`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Not JSON: then there is nothing more in it.
  }
}
