import type { PaidAnswer } from "../paid-answer"
import { toPaidAnswer } from "../paid-answer"
import type { AnswerParts } from "./read-answer"

/** An answer as an OpenAI-compatible server wrote it, where the SDK does not take it or leaves a part out. */
export interface RawAnswer {
  parts: AnswerParts
  isRefused: boolean
  finishReason: string | undefined
  paid: PaidAnswer
}

type Members = Record<string, unknown>

const isObject = (value: unknown): value is Members => typeof value === "object" && value !== null
const textOf = (value: unknown) => (typeof value === "string" ? value : "")
const countOf = (value: unknown) => (typeof value === "number" ? value : undefined)

/** Null for a body that is no such answer. */
export function toRawAnswer(body: unknown): RawAnswer | null {
  if (!isObject(body)) return null
  const choice: unknown = Array.isArray(body.choices) ? body.choices[0] : undefined
  if (!isObject(choice) || !isObject(choice.message)) return null
  const { message } = choice
  const toolCalls: unknown[] = Array.isArray(message.tool_calls) ? message.tool_calls : []
  const calls = [
    ...toolCalls,
    { function: message.function_call }, // As it was called before there were tools.
  ]
  return {
    parts: {
      text: toText(message.content),
      toolInputs: calls.flatMap(toInput),
      reasoning: textOf(message.reasoning_content) || textOf(message.reasoning),
    },
    isRefused: textOf(message.refusal).trim() !== "",
    finishReason: textOf(choice.finish_reason) || undefined,
    paid: toRawUsage(body),
  }
}

/** What a body says of its price, be it an answer or not. */
export function toRawUsage(body: unknown): PaidAnswer {
  if (!isObject(body)) return {}
  const usage = isObject(body.usage) ? body.usage : {}
  const details = isObject(usage.prompt_tokens_details) ? usage.prompt_tokens_details : {}
  return toPaidAnswer(textOf(body.model) || undefined, {
    inputTokens: countOf(usage.prompt_tokens) ?? countOf(usage.input_tokens),
    inputTokenDetails: { cacheReadTokens: countOf(details.cached_tokens) },
    outputTokens: countOf(usage.completion_tokens) ?? countOf(usage.output_tokens),
  })
}

/** A text, or a list of parts of which some are text. */
function toText(content: unknown): string {
  if (!Array.isArray(content)) return textOf(content)
  return content
    .map((part: unknown) =>
      isObject(part) && isObject(part.text) ? textOf(part.text.value) : part
    )
    .map((part) => (isObject(part) ? textOf(part.text) : textOf(part)))
    .join("")
}

function toInput(call: unknown): unknown[] {
  const target = isObject(call) && isObject(call.function) ? call.function : call
  const input: unknown = isObject(target) ? (target.arguments ?? target.input) : undefined
  return input === undefined || input === null ? [] : [input]
}
