import {
  FatalGeneratorError,
  PermanentGeneratorError,
  RateLimitedGeneratorError,
  RetryableGeneratorError,
  type GeneratorError,
} from "../../../ports"

/** What each failure means for judging. The generator's own sentences speak of drafts and prompts. */
const SENTENCES: Record<string, string> = {
  payment_required:
    "the provider refused the call for want of credit. Top up the account, then judge again.",
  key_refused:
    "the provider refused the API key, or what it may do. Set judge.options.apiKey, then judge again.",
  model_not_found:
    "the provider does not know the model or the address. Check judge.options.model and " +
    "judge.options.baseURL, then judge again.",
  request_refused:
    "the provider refused the request. Check the options of the judge, then judge again.",
  rate_limited:
    "the provider asks to slow down. Lower the plugin option judge.concurrency, then judge again.",
  content_filtered: "the provider's content filter stopped the call.",
  prompt_too_long:
    "the mail and its data are longer than the model takes. Choose a judge with a larger context.",
  unusable_answer:
    "the model's answer is no judgement. If this happens often, choose another model for the judge.",
  answer_cut_off:
    "the answer was cut off at the token limit. Raise judge.options.maxOutputTokens, then judge again.",
  refused_by_model: "the model refuses to judge this mail.",
  provider_unavailable: "the provider is in trouble. Judge again later.",
  provider_unreachable:
    "the connection to the provider failed. Check judge.options.baseURL if it stays so.",
  malformed_answer:
    "the provider answered with something that does not parse. Check judge.options.baseURL if it stays so.",
  provider_error: "the call of the model failed unexpectedly.",
}

/** The same ending, told of a judge. The provider's own words go to the debug log alone. */
export function toJudgeError(error: GeneratorError): GeneratorError {
  const { code, params, details, usage, model } = error
  const sentence = SENTENCES[code] ?? "the call of the model failed."
  const message = `Judge "ai-sdk": ${sentence}`
  const options = { code, params, details, usage, model, cause: error }
  if (error instanceof FatalGeneratorError) return new FatalGeneratorError(message, options)
  if (error instanceof PermanentGeneratorError) return new PermanentGeneratorError(message, options)
  if (error instanceof RateLimitedGeneratorError) {
    const { retryAfterMs } = error
    return new RateLimitedGeneratorError(message, { ...options, retryAfterMs })
  }
  return new RetryableGeneratorError(message, options)
}
