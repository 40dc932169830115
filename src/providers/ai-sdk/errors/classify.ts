import type { ProviderError } from "./read-provider-error"

/** What a provider's refusal means. */
export type Verdict =
  | "payment_required"
  | "key_refused"
  | "model_not_found"
  | "rate_limited"
  | "content_filtered"
  | "prompt_too_long"
  | "option_refused"
  | "unusable_answer"
  | "provider_unavailable"
  | "request_refused"

const MONEY =
  /insufficient[_ ](?:user[_ ])?(?:quota|funds?|balance|credits?)|exceeded your current quota|billing[_ ](?:hard[_ ]limit|not[_ ]active|limit)|account is not active|credit balance|(?:out of|not enough|no|more|remaining) credits?\b|credits? (?:are )?(?:exhausted|depleted|required|limit)|payment[_ ]required|(?:spend(?:ing)?|usage|monthly|key)[_ ](?:spend(?:ing)?[_ ])?(?:limit|cap)[_ ](?:exceeded|reached)|budget[_ ](?:has been )?exceeded|exceeded[_ ]?budget|quota[_ ]exhausted|(?:account|service).{0,20}(?:overdue|arrear)|arrearage|top[ -]?up|recharge|余额|欠费/i
/** A quota that fills again by itself, as free plans have them. */
const PER_TIME =
  /per[_ ]?(?:second|minute|hour|day)|rate[_ ]?limit|requests? per|tokens? per|\b[rt]p[md]\b/i
const KEY =
  /api[_ ]?key[_ ]?(?:is )?(?:not valid|invalid|expired|missing|not found|disabled)|api_key_invalid|(?:invalid|incorrect|wrong|missing|expired|no)[_ ]?(?:api|access|auth\w*|bearer)?[_ ]?(?:key|token|credentials)\b|authentication|unauthori[sz]ed|unauthenticated|account[_ ]deactivated|subscription key/i
const MODEL =
  /model[_ ]?not[_ ]?(?:found|exist)|model[_ ]decommissioned|has been (?:decommissioned|deprecated|retired)|(?:invalid|unknown|no such|unsupported)[_ ]model\b|is not a valid model|deploymentnotfound|model\b[^.]{0,80}\b(?:does not exist|doesn['’]t exist|not found|not available|not exist|no longer)|pulling it first|no endpoints found/i
const FILTER =
  /content[_ ]?(?:filter|policy|management|moderation)|moderation|was flagged|flagged as|safety (?:system|reasons|filter)|responsibleai|data_inspection|inappropriate|prohibited[_ ]content|usage polic/i
const LENGTH =
  /context[_ ](?:length|window|size)|maximum context|max_model_len|too many (?:input )?tokens|prompt is too long|input[^.]{0,40}too (?:long|large)|reduce the length|request (?:entity )?too large|string_above_max_length|maximum (?:input|prompt) length|exceeds? the (?:model|maximum)[^.]{0,40}tokens/i
const OUTPUT_TOKENS =
  /max_(?:completion_|output_|new_)?tokens|maxoutputtokens|max output tokens|num_predict/i
const FAILED_GENERATION = /json_validate_failed|failed to generate json|tool_use_failed/i
const OVERLOADED =
  /overloaded|over capacity|no capacity|temporarily|unavailable|server[_ ]error|internal[_ ]error|timed? ?out|upstream|provider returned error|try again later|loading/i

/** Request timeout, conflict, too early, no capacity of a flex plan: of the moment, not of the request. */
const MOMENTARY = new Set([408, 409, 425, 498, 499])
/** Words for what has no status of its own in a body. */
const STATUS_WORDS: [RegExp, number][] = [
  [/rate[_ ]?limit|too many requests|resource_exhausted|throttl|slow down|quota/i, 429],
  [MONEY, 402],
  [KEY, 401],
  [/permission|forbidden|access[_ ]denied/i, 403],
  [MODEL, 404],
  [OVERLOADED, 503],
  [/invalid[_ ]?(?:request|argument|parameter)|bad[_ ]?request|unsupported|context_length/i, 400],
]

/** The status of an error that came inside a 200: its own, else what its words say, else a 502. */
export function statusWithin({ status, code, message }: ProviderError): number {
  const said = `${code} ${message}`
  return status ?? STATUS_WORDS.find(([words]) => words.test(said))?.[1] ?? 502
}

/** @param asksToWait true where a header or the body says how long to wait */
export function classify(
  status: number,
  error: ProviderError | null,
  asksToWait: boolean
): Verdict {
  const { code = "", message = "" } = error ?? {}
  const said = `${code} ${message}`
  if (status === 402) return "payment_required"
  if (status === 429) return classifyLimit(code, said, asksToWait)
  if (status >= 500 || MOMENTARY.has(status)) {
    return LENGTH.test(said) && !OVERLOADED.test(said) ? "prompt_too_long" : "provider_unavailable"
  }
  if (MONEY.test(said)) return "payment_required"
  if (status !== 401 && FILTER.test(said)) return "content_filtered"
  if (status === 401 || status === 403) return "key_refused"
  if (status === 404 || status === 405 || status === 410) return "model_not_found"
  if (FAILED_GENERATION.test(said)) return "unusable_answer"
  if (/\brate_limit/.test(code) && asksToWait) return "rate_limited"
  if (OUTPUT_TOKENS.test(said) && !/in the messages|your messages/i.test(said))
    return "option_refused"
  if (status === 413 || LENGTH.test(said)) return "prompt_too_long"
  if (KEY.test(said)) return "key_refused"
  if (MODEL.test(said)) return "model_not_found"
  return refusedOption(said) ? "option_refused" : "request_refused"
}

function classifyLimit(code: string, said: string, asksToWait: boolean): Verdict {
  if (/insufficient_quota|billing|insufficient_balance/.test(code)) return "payment_required"
  const isTransient = asksToWait || PER_TIME.test(said)
  return MONEY.test(said) && !isTransient ? "payment_required" : "rate_limited"
}

/** Our option for a parameter that the provider names; null where it names none. */
export function refusedOption(said: string): string | null {
  if (OUTPUT_TOKENS.test(said)) return "options.maxOutputTokens"
  if (/\btemperature\b/i.test(said)) return "options.temperature"
  return namesResponseFormat(said) ? "options.structuredOutput" : null
}

/** True where the words are about being held to a JSON schema. */
export const namesResponseFormat = (said: string): boolean =>
  /response[_ ]?format|json[_ ]?schema|json[_ ]?(?:mode|object)|structured[_ ]?outputs?|guided[_ ](?:json|decoding)|output[_ ]?(?:format|config)|grammar/i.test(
    said
  )

/** True where the server wants the number of tokens under the name that newer models take. */
export const wantsCompletionTokens = (said: string): boolean =>
  /max_completion_tokens/i.test(said) &&
  /\bmax_tokens\b/i.test(said) &&
  !/too (?:large|high)|at most/i.test(said)
