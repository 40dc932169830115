import {
  PermanentGeneratorError,
  RetryableGeneratorError,
  type GeneratorError,
} from "../../../ports"
import { say } from "../errors/to-generator-error"
import type { PaidAnswer } from "../paid-answer"
import type { MailProblem } from "./mail"

/** The model answered something that is no e-mail. Another try may well be one. */
export function unusableAnswer(problem: MailProblem, paid: PaidAnswer, details?: string) {
  const text = `the model's answer ${problem}. If this happens often, say in the prompt that one e-mail is wanted, or choose another model.`
  return new RetryableGeneratorError(say(text), { code: "unusable_answer", details, ...paid })
}

/** The model will not write this mail: asking again would only cost again. */
export function refusedByModel(paid: PaidAnswer, details?: string) {
  const text =
    "the model refuses to write this e-mail. Change the prompt, or look at the lead's data."
  return new PermanentGeneratorError(say(text), { code: "refused_by_model", details, ...paid })
}

/** As providers name it that is not in the SDK's words. */
const CUT_OFF =
  /^(?:length|max_?(?:output_?)?tokens|model_length|context_length_exceeded|incomplete)$/i
const FILTERED =
  /^(?:content[_-]?filter(?:ed)?|safety|recitation|prohibited_content|blocklist|spii|sensitive)$/i
const REFUSED = /^refusal$/i
const IN_TROUBLE = /^(?:error|insufficient_system_resource|network_error|server_error)$/i

interface AnswerEnd {
  /** The SDK's word. */
  finishReason: string
  /** The provider's own. */
  rawFinishReason: string | undefined
  /** The answer carries a refusal of its own. */
  isRefused: boolean
}

/** Null for an answer that came to its own end. */
export function toEndError(end: AnswerEnd, paid: PaidAnswer): GeneratorError | null {
  const { finishReason, rawFinishReason, isRefused } = end
  const raw = rawFinishReason ?? ""
  if (isRefused || REFUSED.test(raw)) return refusedByModel(paid)
  if (finishReason === "length" || CUT_OFF.test(raw)) {
    const text =
      "the answer was cut off at the token limit. Raise options.maxOutputTokens, then retry the failed drafts of this batch."
    return new RetryableGeneratorError(say(text), { code: "answer_cut_off", ...paid })
  }
  if (finishReason === "content-filter" || FILTERED.test(raw)) {
    const text = "the provider's content filter stopped the answer. Change the prompt."
    return new PermanentGeneratorError(say(text), { code: "content_filtered", ...paid })
  }
  if (finishReason === "error" || IN_TROUBLE.test(raw)) {
    const text = "the provider broke the answer off. Retry the failed drafts later."
    return new RetryableGeneratorError(say(text), { code: "provider_unavailable", ...paid })
  }
  return null
}
