import type { Logger } from "@medusajs/framework/types"
import type { LanguageModel } from "ai"
import {
  GeneratorError,
  RetryableGeneratorError,
  type Draft,
  type DraftGenerator,
  type DraftMessage,
  type DraftRequest,
  type GenerateContext,
} from "../../ports"
import { ServerAbilities, type RequestForm } from "./abilities"
import { toEndError } from "./answer/answer-error"
import { toRawAnswer, toRawUsage } from "./answer/raw-answer"
import { askModel, toDraft } from "./ask-model"
import { buildMessages } from "./build-messages"
import { DEFAULT_PROMPT } from "./default-prompt"
import { toProviderFailure, type ProviderFailure } from "./errors/provider-failure"
import { say, toGeneratorError } from "./errors/to-generator-error"
import { parseAiSdkOptions, type AiSdkOptions, type ResolvedAiSdkOptions } from "./options"
import { assertInstalled, loadAi, loadOpenAICompatible, type Ai } from "./sdk"

/** What is said on a batch that is drafted without the schema. */
const PLAIN_FORM = {
  code: "structured_output_refused",
  message: say(
    "the server does not take a JSON schema (response_format). Drafts are asked for in plain form; " +
      "options.structuredOutput: false spares the first call."
  ),
}

/** Lets a model write the draft, through the AI SDK: one answered call for each attempt. */
export class AiSdkGenerator implements DraftGenerator {
  static identifier = "ai-sdk"

  readonly defaultPrompt = DEFAULT_PROMPT
  readonly model: string
  private readonly options_: ResolvedAiSdkOptions
  private readonly abilities_: ServerAbilities
  private readonly logger_?: Pick<Logger, "info">

  /** @throws MedusaError INVALID_DATA that names the option or the package to install */
  static validateOptions(options: unknown): void {
    const { model } = parseAiSdkOptions(options)
    assertInstalled(typeof model === "string" ? ["ai", "@ai-sdk/openai-compatible"] : ["ai"])
  }

  constructor({ logger }: { logger?: Pick<Logger, "info"> }, options: AiSdkOptions) {
    this.logger_ = logger
    this.options_ = parseAiSdkOptions(options)
    const { model, structuredOutput } = this.options_
    this.model = typeof model === "string" ? model : model.modelId
    this.abilities_ = new ServerAbilities({ isStructured: structuredOutput })
  }

  toMessages(request: DraftRequest): DraftMessage[] {
    const { isStructured } = this.abilities_.form
    const { system, user } = buildMessages(request, {
      structuredOutput: isStructured,
      placeholders: this.options_.placeholders,
    })
    return [
      { role: "system", content: system },
      { role: "user", content: user },
    ]
  }

  async generate(request: DraftRequest, context: GenerateContext): Promise<Draft> {
    const { signal, notify } = context
    signal.throwIfAborted()
    const ai = await loadAi()
    for (let form = this.abilities_.form; ;) {
      const isPlain = this.options_.structuredOutput && !form.isStructured
      if (isPlain) notify?.(PLAIN_FORM)
      const answer = await this.ask_(ai, request, form, signal)
      if (!("failure" in answer)) return answer
      const next = this.abilities_.adapt(form, answer.failure)
      if (!next) return this.read_(answer.failure, request)
      if (next.hasCompletionTokens !== form.hasCompletionTokens) {
        this.logger_?.info(say("the server wants max_completion_tokens, and gets it from now on."))
      }
      form = next
    }
  }

  /** @throws GeneratorError, or the signal's reason */
  private async ask_(
    ai: Ai,
    request: DraftRequest,
    form: RequestForm,
    signal: AbortSignal
  ): Promise<Draft | { failure: ProviderFailure }> {
    try {
      const model = await this.languageModel_(form)
      const { options_: options, model: modelName } = this
      return await askModel(ai, { model, modelName, request, form, options, signal })
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

  /** An answer that the SDK cannot take may still hold a mail, and is paid for. */
  private async read_(failure: ProviderFailure, request: DraftRequest): Promise<Draft> {
    const raw = failure.error ? null : toRawAnswer(failure.body)
    if (!raw) {
      const { apiKey, headers = {} } = this.options_
      const secrets = [apiKey ?? "", ...Object.values(headers)].filter((text) => text.length > 2)
      throw toGeneratorError(failure, { request, secrets }, toRawUsage(failure.body))
    }
    const { finishReason, isRefused, paid } = raw
    const end = { finishReason: finishReason ?? "", rawFinishReason: finishReason, isRefused }
    const problem = toEndError(end, paid)
    if (problem) throw problem
    return toDraft(raw.parts, { model: this.model, ...paid }, finishReason)
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
