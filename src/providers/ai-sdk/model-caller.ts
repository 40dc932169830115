import type { LanguageModel } from "ai"
import { GeneratorError, RetryableGeneratorError } from "../../ports"
import { ServerAbilities, type RequestForm } from "./abilities"
import { toEndError } from "./answer/answer-error"
import { toRawAnswer, toRawUsage } from "./answer/raw-answer"
import { askModel, type Question } from "./ask-model"
import { toProviderFailure, type ProviderFailure } from "./errors/provider-failure"
import { say, toGeneratorError } from "./errors/to-generator-error"
import type { ResolvedAiSdkOptions } from "./options"
import { loadAi, loadOpenAICompatible, type Ai } from "./sdk"

/** Where a model is asked, and how. */
export type CallerOptions = Omit<ResolvedAiSdkOptions, "placeholders">

interface AskOptions {
  signal: AbortSignal
  /** Told the form of each call before it is made. */
  onAsk?: (form: RequestForm) => void
  /** Told when a server wants the limit under its newer name. */
  onNewName?: () => void
}

/** Asks one model and learns in what form its server takes questions. */
export class ModelCaller {
  /** Its name, as it is asked for. */
  readonly model: string
  private readonly abilities_: ServerAbilities

  constructor(private readonly options_: CallerOptions) {
    const { model, structuredOutput } = options_
    this.model = typeof model === "string" ? model : model.modelId
    this.abilities_ = new ServerAbilities({ isStructured: structuredOutput })
  }

  /** In what form the next question is asked. */
  get form(): RequestForm {
    return this.abilities_.form
  }

  /**
   * One answered call. A form that the server refuses costs nothing, so the question is asked again at
   * once in the next one.
   *
   * @throws GeneratorError, or the signal's reason
   */
  async ask<Answer>(question: Question<Answer>, options: AskOptions): Promise<Answer> {
    const { signal, onAsk, onNewName } = options
    signal.throwIfAborted()
    const ai = await loadAi()
    for (let form = this.abilities_.form; ;) {
      onAsk?.(form)
      const answer = await this.askOnce_(ai, question, form, signal)
      if (!("failure" in answer)) return answer.answer
      const next = this.abilities_.adapt(form, answer.failure)
      if (!next) return this.read_(answer.failure, question)
      if (next.hasCompletionTokens !== form.hasCompletionTokens) onNewName?.()
      form = next
    }
  }

  private async askOnce_<Answer>(
    ai: Ai,
    question: Question<Answer>,
    form: RequestForm,
    signal: AbortSignal
  ): Promise<{ answer: Answer } | { failure: ProviderFailure }> {
    try {
      const model = await this.languageModel_(form)
      const { options_: options, model: modelName } = this
      return await askModel(ai, { model, modelName, question, form, options, signal })
    } catch (error) {
      // The SDK wraps some reasons; the port asks for the reason itself.
      signal.throwIfAborted()
      if (error instanceof GeneratorError) throw error
      const failure = toProviderFailure(ai, error)
      if (failure) return { failure }
      throw new RetryableGeneratorError(
        say("the call of the model failed unexpectedly. It is tried again."),
        { code: "provider_error", cause: error }
      )
    }
  }

  /** An answer that the SDK cannot take may still hold what was asked for, and is paid for. */
  private async read_<Answer>(
    failure: ProviderFailure,
    question: Question<Answer>
  ): Promise<Answer> {
    const raw = failure.error ? null : toRawAnswer(failure.body)
    if (!raw) {
      const { apiKey, headers = {} } = this.options_
      const secrets = [apiKey ?? "", ...Object.values(headers)].filter((text) => text.length > 2)
      const { sent: request } = question
      throw toGeneratorError(failure, { request, secrets }, toRawUsage(failure.body))
    }
    const { finishReason, isRefused, paid } = raw
    const end = { finishReason: finishReason ?? "", rawFinishReason: finishReason, isRefused }
    const problem = toEndError(end, paid)
    if (problem) throw problem
    return question.read(raw.parts, { model: this.model, ...paid }, finishReason)
  }

  private async languageModel_(form: RequestForm): Promise<LanguageModel> {
    const { model, baseURL, apiKey, headers } = this.options_
    if (typeof model !== "string" || baseURL === undefined) return model
    const { createOpenAICompatible } = await loadOpenAICompatible()
    const provider = createOpenAICompatible({
      name: "ai-sdk",
      baseURL,
      apiKey,
      headers,
      supportsStructuredOutputs: form.isStructured,
      transformRequestBody: ({ max_tokens, ...body }) =>
        form.hasCompletionTokens
          ? { ...body, max_completion_tokens: max_tokens as unknown }
          : { ...body, max_tokens: max_tokens as unknown },
    })
    return provider.chatModel(model)
  }
}
