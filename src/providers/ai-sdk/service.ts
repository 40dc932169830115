import type { LanguageModel } from "ai"
import type { Draft, DraftGenerator, DraftMessage, DraftRequest } from "../../ports"
import { buildMessages } from "./build-messages"
import { DEFAULT_PROMPT } from "./default-prompt"
import { DraftSchema } from "./draft-schema"
import { parseAiSdkOptions, type AiSdkOptions, type ResolvedAiSdkOptions } from "./options"
import { toPaidAnswer } from "./paid-answer"
import { parsePlainText } from "./parse-plain-text"
import { assertInstalled, loadAi, loadOpenAICompatible, type Ai } from "./sdk"
import { toFinishError, toGeneratorError, unusableAnswer } from "./to-generator-error"

/** Lets a model write the draft, through the AI SDK: one call for each attempt. */
export class AiSdkGenerator implements DraftGenerator {
  static identifier = "ai-sdk"

  readonly defaultPrompt = DEFAULT_PROMPT
  readonly model: string
  private readonly options_: ResolvedAiSdkOptions

  /** @throws MedusaError INVALID_DATA that names the option or the package to install */
  static validateOptions(options: unknown): void {
    const { model } = parseAiSdkOptions(options)
    assertInstalled(typeof model === "string" ? ["ai", "@ai-sdk/openai-compatible"] : ["ai"])
  }

  constructor(_dependencies: unknown, options: AiSdkOptions) {
    this.options_ = parseAiSdkOptions(options)
    const { model } = this.options_
    this.model = typeof model === "string" ? model : model.modelId
  }

  toMessages(request: DraftRequest): DraftMessage[] {
    const { structuredOutput } = this.options_
    const { system, user } = buildMessages(request, { structuredOutput })
    return [
      { role: "system", content: system },
      { role: "user", content: user },
    ]
  }

  async generate(request: DraftRequest, { signal }: { signal: AbortSignal }): Promise<Draft> {
    signal.throwIfAborted()
    const ai = await loadAi()
    try {
      return await this.call_(ai, request, signal)
    } catch (error) {
      // The SDK wraps some reasons; the port asks for the reason itself.
      signal.throwIfAborted()
      throw toGeneratorError(ai, error)
    }
  }

  private async call_(ai: Ai, request: DraftRequest, signal: AbortSignal): Promise<Draft> {
    const { structuredOutput, temperature, maxOutputTokens } = this.options_
    const { system, user } = buildMessages(request, { structuredOutput })
    const call = {
      model: await this.languageModel_(),
      system,
      prompt: user,
      temperature,
      maxOutputTokens,
      maxRetries: 0, // The draft task owns attempts.
      abortSignal: signal,
    }
    const output = ai.Output.object({ schema: DraftSchema })
    const result = structuredOutput
      ? await ai.generateText({ ...call, output })
      : await ai.generateText(call)

    const paid = toPaidAnswer(result.response.modelId || this.model, result.totalUsage)
    const problem = toFinishError(result.finishReason, paid)
    if (problem) throw problem
    const mail = structuredOutput
      ? DraftSchema.parse(result.output)
      : DraftSchema.safeParse(parsePlainText(result.text)).data
    if (!mail) throw unusableAnswer(undefined, paid)

    return {
      subject: mail.subject.replace(/\s+/g, " ").trim(),
      body: mail.body.replace(/\r\n?/g, "\n").trim(),
      ...paid,
      finish_reason: result.finishReason,
    }
  }

  private async languageModel_(): Promise<LanguageModel> {
    const { model, baseURL, apiKey, headers, structuredOutput } = this.options_
    if (typeof model !== "string" || baseURL === undefined) return model
    const { createOpenAICompatible } = await loadOpenAICompatible()
    const provider = createOpenAICompatible({
      name: "ai-sdk",
      baseURL,
      apiKey,
      headers,
      supportsStructuredOutputs: structuredOutput,
    })
    return provider.chatModel(model)
  }
}
