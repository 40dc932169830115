import {
  FatalGeneratorError,
  PermanentGeneratorError,
  RateLimitedGeneratorError,
  RetryableGeneratorError,
  type GeneratorError,
} from "../../../ports"
import type { PaidAnswer } from "../paid-answer"
import { classify, refusedOption, type Verdict } from "./classify"
import type { ProviderFailure } from "./provider-failure"
import { quotable, type Unquotable } from "./provider-words"
import { toWaitMs } from "./retry-after"

export const say = (problem: string) => `Generator "ai-sdk": ${problem}`
const RETRY = "then retry the failed drafts of this batch."

/** The draft's ending for a call that the provider did not answer. Its own words follow ours, as far as they may. */
export function toGeneratorError(
  failure: ProviderFailure,
  unquotable: Unquotable,
  paid: PaidAnswer
): GeneratorError {
  const { status, error, headers, cause } = failure
  if (status === null) return unreachable(cause, failure.isCut)
  const asked = error?.retryAfterMs ?? null
  const waits = asked !== null || headers?.["retry-after"] !== undefined
  if (status < 300) return malformed(failure, paid)
  const said = `${error?.code ?? ""} ${error?.message ?? ""}`
  const verdict = classify(status, error, waits)
  const words = quotable(error?.message ?? "", unquotable)
  const ending = ENDINGS[verdict]
  const { code = verdict } = ending
  const message = say(ending.text(status, said) + (words ? ` The provider says: "${words}"` : ""))
  const options = { code, params: { status }, cause, details: failure.details, ...paid }
  switch (ending.type) {
    case "fatal":
      return new FatalGeneratorError(message, options)
    case "permanent":
      return new PermanentGeneratorError(message, options)
    case "retryable":
      return new RetryableGeneratorError(message, options)
    case "rate-limited":
      return new RateLimitedGeneratorError(message, {
        ...options,
        retryAfterMs: toWaitMs(headers, asked),
      })
  }
}

interface Ending {
  type: "fatal" | "permanent" | "retryable" | "rate-limited"
  /** @default the verdict's own name */
  code?: string
  /** @param said the provider's codes and words */
  text: (status: number, said: string) => string
}

/** How a draft ends for each of a provider's refusals. */
export const ENDINGS: Record<Verdict, Ending> = {
  payment_required: {
    type: "fatal",
    text: (status) =>
      `the provider refused the call for want of credit (${status}). Top up the account, ${RETRY}`,
  },
  key_refused: {
    type: "fatal",
    text: (status) =>
      `the provider refused the API key, or what it may do (${status}). Set options.apiKey, ${RETRY}`,
  },
  model_not_found: {
    type: "fatal",
    text: (status) =>
      `the provider does not know the model or the address (${status}). Check options.model and ` +
      `options.baseURL, ${RETRY}`,
  },
  option_refused: {
    type: "fatal",
    code: "request_refused",
    text: (status, said) =>
      `the provider refused ${refusedOption(said) ?? "an option"} (${status}). Change it or leave it out, ${RETRY}`,
  },
  rate_limited: {
    type: "rate-limited",
    text: (status) =>
      `the provider asks to slow down (${status}). Lower the plugin option concurrency or set ` +
      `rateLimit, ${RETRY}`,
  },
  content_filtered: {
    type: "permanent",
    text: (status) =>
      `the provider's content filter refused the call (${status}). Look at the prompt and the lead's data.`,
  },
  prompt_too_long: {
    type: "permanent",
    text: (status) =>
      `prompt and data are longer than the model takes (${status}). Shorten the prompt or the lead's ` +
      `data, lower options.maxOutputTokens, or choose a model with a larger context.`,
  },
  unusable_answer: {
    type: "retryable",
    text: (status) =>
      `the model did not keep to the form that it was asked for (${status}). If this happens often, ` +
      `choose another model.`,
  },
  provider_unavailable: {
    type: "retryable",
    text: (status) => `the provider is in trouble (${status}). Retry the failed drafts later.`,
  },
  request_refused: {
    type: "permanent",
    text: (status) =>
      `the provider refused the request (${status}). Check the options of the generator and the ` +
      `prompt, ${RETRY}`,
  },
}

function unreachable(cause: unknown, isCut: boolean): RetryableGeneratorError {
  const text = isCut
    ? "the connection was cut in the middle of the provider's answer. Retry the failed drafts later."
    : "the connection to the provider failed. Check options.baseURL if it stays so."
  return new RetryableGeneratorError(say(text), { code: "provider_unreachable", cause })
}

function malformed({ status, cause, details, isEmpty }: ProviderFailure, paid: PaidAnswer) {
  const text = isEmpty
    ? `the provider answered ${status} without an answer of the model in it. Retry the failed drafts later.`
    : `the provider answered ${status} with something that does not parse. Check options.baseURL if it stays so.`
  return new RetryableGeneratorError(say(text), {
    code: "malformed_answer",
    cause,
    details,
    ...paid,
  })
}
