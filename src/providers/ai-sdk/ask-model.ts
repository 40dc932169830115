import type { GenerateTextResult, JSONSchema7, LanguageModel, ToolSet } from "ai"
import type { DraftMessages } from "./build-messages"
import { toEndError } from "./answer/answer-error"
import { toRawAnswer } from "./answer/raw-answer"
import type { AnswerParts } from "./answer/read-answer"
import { THOUGHT_TAGS } from "./answer/thoughts"
import type { RequestForm } from "./abilities"
import { toFailureWithin, type ProviderFailure } from "./errors/provider-failure"
import type { SentData } from "./errors/provider-words"
import type { ResolvedAiSdkOptions } from "./options"
import { toPaidAnswer, type PaidAnswer } from "./paid-answer"
import type { Ai } from "./sdk"

/** What a model is asked for, and how its answer is read. */
export interface Question<Answer> {
  toMessages: (form: RequestForm) => DraftMessages
  /** What the answer is held to, where the server takes a schema. */
  schema: { name: string; schema: JSONSchema7 }
  /** @throws GeneratorError for an answer that is not what was asked for */
  read: (parts: AnswerParts, paid: PaidAnswer, finish_reason?: string) => Promise<Answer>
  /** What must not be quoted to a person from the provider's words. */
  sent: SentData
}

interface AskModelInput<Answer> {
  model: LanguageModel
  /** The name to fall back on where the answer has none. */
  modelName: string
  question: Question<Answer>
  form: RequestForm
  options: Pick<ResolvedAiSdkOptions, "temperature" | "maxOutputTokens">
  signal: AbortSignal
}

/**
 * One call of the model.
 *
 * @throws GeneratorError for an answer that is not what was asked for, else what the SDK threw
 */
export async function askModel<Answer>(
  ai: Ai,
  input: AskModelInput<Answer>
): Promise<{ answer: Answer } | { failure: ProviderFailure }> {
  const { form, options, question, signal } = input
  const { system, user } = question.toMessages(form)
  const answer = await ai.generateText({
    model: withoutThoughts(ai, input.model),
    system,
    prompt: user,
    temperature: options.temperature,
    maxOutputTokens: options.maxOutputTokens,
    maxRetries: 0, // The task owns attempts.
    abortSignal: signal,
    output: toOutput(ai, form, question.schema),
  })
  const { body, headers } = answer.response
  const failure = toFailureWithin(body, headers)
  if (failure) return { failure }
  const raw = toRawAnswer(body)
  const paid = toPaidAnswer(answer.response.modelId || input.modelName, answer.totalUsage)
  const problem = toEndError(
    {
      finishReason: answer.finishReason,
      rawFinishReason: answer.rawFinishReason,
      isRefused: raw?.isRefused ?? false,
    },
    paid
  )
  if (problem) throw problem
  const parts = toParts(answer, raw?.parts)
  return {
    answer: await question.read(parts, paid, answer.rawFinishReason ?? answer.finishReason),
  }
}

/** The schema goes out; what comes back is read by us, for the SDK takes nothing but bare JSON. */
function toOutput(
  ai: Ai,
  { isStructured }: RequestForm,
  { name, schema }: Question<unknown>["schema"]
) {
  const text = ai.Output.text()
  if (!isStructured) return text
  return { ...text, responseFormat: Promise.resolve({ type: "json" as const, name, schema }) }
}

function withoutThoughts(ai: Ai, model: LanguageModel): LanguageModel {
  // Middlewares take models of this specification only.
  if (typeof model === "string" || model.specificationVersion !== "v3") return model
  return ai.wrapLanguageModel({
    model,
    middleware: THOUGHT_TAGS.map((tagName) =>
      ai.extractReasoningMiddleware({ tagName, startWithReasoning: true })
    ),
  })
}

/** @param raw what the SDK leaves out of its result */
function toParts(
  { text, reasoningText = "", toolCalls }: GenerateTextResult<ToolSet, never>,
  raw: AnswerParts | undefined
): AnswerParts {
  const inputs = toolCalls.map(({ input }): unknown => input)
  return {
    text,
    toolInputs: inputs.length > 0 ? inputs : (raw?.toolInputs ?? []),
    reasoning: reasoningText || (raw?.reasoning ?? ""),
  }
}
