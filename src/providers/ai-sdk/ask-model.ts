import type { GenerateTextResult, LanguageModel, ToolSet } from "ai"
import type { Draft, DraftRequest } from "../../ports"
import { refusedByModel, toEndError, unusableAnswer } from "./answer/answer-error"
import { toRawAnswer } from "./answer/raw-answer"
import { readAnswer, type AnswerParts } from "./answer/read-answer"
import { THOUGHT_TAGS } from "./answer/thoughts"
import type { RequestForm } from "./abilities"
import { toFailureWithin, type ProviderFailure } from "./errors/provider-failure"
import { buildMessages } from "./build-messages"
import { DRAFT_SCHEMA } from "./draft-schema"
import type { ResolvedAiSdkOptions } from "./options"
import { toPaidAnswer, type PaidAnswer } from "./paid-answer"
import type { Ai } from "./sdk"

interface AskModelInput {
  model: LanguageModel
  /** The name to fall back on where the answer has none. */
  modelName: string
  request: DraftRequest
  form: RequestForm
  options: Pick<ResolvedAiSdkOptions, "temperature" | "maxOutputTokens" | "placeholders">
  signal: AbortSignal
}

/**
 * One call of the model.
 *
 * @throws GeneratorError for an answer that is no draft, else what the SDK threw
 */
export async function askModel(
  ai: Ai,
  input: AskModelInput
): Promise<Draft | { failure: ProviderFailure }> {
  const { form, options, request, signal } = input
  const { system, user } = buildMessages(request, {
    structuredOutput: form.isStructured,
    placeholders: options.placeholders,
  })
  const answer = await ai.generateText({
    model: withoutThoughts(ai, input.model),
    system,
    prompt: user,
    temperature: options.temperature,
    maxOutputTokens: options.maxOutputTokens,
    maxRetries: 0, // The draft task owns attempts.
    abortSignal: signal,
    output: toOutput(ai, form),
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
  return toDraft(parts, paid, answer.rawFinishReason ?? answer.finishReason)
}

/** @throws GeneratorError for an answer that is no draft */
export async function toDraft(
  parts: AnswerParts,
  paid: PaidAnswer,
  finish_reason?: string
): Promise<Draft> {
  const read = await readAnswer(parts)
  switch (read.type) {
    case "mail":
      return { ...read.mail, ...paid, finish_reason }
    case "refusal":
      throw refusedByModel(paid, JSON.stringify(parts))
    case "unusable":
      throw unusableAnswer(read.problem, paid, JSON.stringify(parts))
  }
}

/** The schema goes out; what comes back is read by us, for the SDK takes nothing but bare JSON. */
function toOutput(ai: Ai, { isStructured }: RequestForm) {
  const text = ai.Output.text()
  if (!isStructured) return text
  return {
    ...text,
    responseFormat: Promise.resolve({ type: "json" as const, name: "email", schema: DRAFT_SCHEMA }),
  }
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
