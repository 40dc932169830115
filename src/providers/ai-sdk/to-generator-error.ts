import {
  GeneratorError,
  PermanentGeneratorError,
  RateLimitedGeneratorError,
  RetryableGeneratorError,
} from "../../ports"
import { toPaidAnswer, type PaidAnswer } from "./paid-answer"
import { parseRetryAfter } from "./retry-after"
import type { Ai } from "./sdk"

type ApiCallError = InstanceType<Ai["APICallError"]>

const say = (problem: string) => `Generator "ai-sdk": ${problem}`
const RETRY_FAILED = "then retry the failed drafts of this batch."

/** The vendor's text stays in `cause`: it may quote the prompt, the lead or the key. */
export function toGeneratorError(ai: Ai, error: unknown): GeneratorError {
  if (error instanceof GeneratorError) return error
  if (ai.APICallError.isInstance(error)) return fromCall(error)
  if (ai.NoObjectGeneratedError.isInstance(error)) {
    const paid = toPaidAnswer(error.response?.modelId, error.usage)
    const isCutOff = error.finishReason === "length"
    return (isCutOff && toFinishError("length", paid)) || unusableAnswer(error, paid)
  }
  if (ai.NoOutputGeneratedError.isInstance(error)) return unusableAnswer(error)
  if (isFetchFailure(error)) return unreachable(error)
  return new RetryableGeneratorError(
    say("the call of the model failed unexpectedly. It is tried again."),
    { code: "provider_error", cause: error }
  )
}

/** The model answered something that is no e-mail. Another try may well be one. */
export function unusableAnswer(cause?: unknown, paid: PaidAnswer = {}): RetryableGeneratorError {
  const text =
    "the model's answer is not a subject and a body. If this happens often, choose another model, " +
    "or set options.structuredOutput to false."
  return new RetryableGeneratorError(say(text), { code: "unusable_answer", cause, ...paid })
}

/** Null for an answer that came to its own end. */
export function toFinishError(finishReason: string, paid: PaidAnswer = {}): GeneratorError | null {
  if (finishReason === "length") {
    const text = "the answer was cut off at the token limit. Raise options.maxOutputTokens, "
    return new RetryableGeneratorError(say(text + RETRY_FAILED), {
      code: "answer_cut_off",
      ...paid,
    })
  }
  if (finishReason === "content-filter") {
    const text = "the provider's content filter stopped the answer. Change the prompt."
    return new PermanentGeneratorError(say(text), { code: "content_filtered", ...paid })
  }
  return null
}

/** The SDK passes on a connection that is cut in the middle of an answer just as fetch reports it. */
const isFetchFailure = (error: unknown) =>
  typeof error === "object" &&
  error !== null &&
  "message" in error &&
  /^(fetch failed|terminated)$/.test(String(error.message))

function unreachable(cause: unknown): RetryableGeneratorError {
  const text = "the connection to the provider failed. Check options.baseURL if it stays so."
  return new RetryableGeneratorError(say(text), { code: "provider_unreachable", cause })
}

function fromCall(cause: ApiCallError): GeneratorError {
  const { statusCode: status, responseHeaders } = cause
  if (status === undefined) return unreachable(cause)
  if (status === 429) {
    const text = "the provider asks to slow down (429). Lower the plugin option concurrency, "
    return new RateLimitedGeneratorError(say(text + RETRY_FAILED), {
      code: "rate_limited",
      cause,
      retryAfterMs: parseRetryAfter(responseHeaders),
    })
  }
  if (status < 300) {
    const text = `the provider answered ${status} with something that does not parse.`
    return new RetryableGeneratorError(say(text), { code: "malformed_answer", cause })
  }
  if (status >= 500 || MOMENTARY.has(status)) {
    const text = `the provider is in trouble (${status}). Retry the failed drafts later.`
    return new RetryableGeneratorError(say(text), { code: "provider_unavailable", cause })
  }
  const { code, remedy } = REFUSALS[status] ?? OTHER_REFUSAL
  const text = `the provider refused ${remedy(status)}, ${RETRY_FAILED}`
  return new PermanentGeneratorError(say(text), { code, cause })
}

/** Request timeout, conflict, too early: of the moment, not of the request. */
const MOMENTARY = new Set([408, 409, 425])

interface Refusal {
  code: string
  /** Completes "the provider refused …". */
  remedy: (status: number) => string
}

const refusedKey: Refusal = {
  code: "key_refused",
  remedy: (status) => `the API key (${status}). Set options.apiKey`,
}

const OTHER_REFUSAL: Refusal = {
  code: "request_refused",
  remedy: (status) => `the call (${status}). Check model and options of the generator`,
}

const REFUSALS: Record<number, Refusal | undefined> = {
  400: {
    code: "request_refused",
    remedy: (status) =>
      `the request as invalid (${status}). Check options.model, options.temperature and ` +
      "options.structuredOutput, and the prompt's length",
  },
  401: refusedKey,
  402: {
    code: "payment_required",
    remedy: (status) => `the call for want of credit (${status}). Top up the account`,
  },
  403: refusedKey,
  404: {
    code: "model_not_found",
    remedy: (status) =>
      `a model or address that it does not know (${status}). Check options.model and options.baseURL`,
  },
}
