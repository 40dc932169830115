import type { Logger } from "@medusajs/framework/types"
import type {
  Draft,
  DraftGenerator,
  DraftMessage,
  DraftRequest,
  GenerateContext,
} from "../../ports"
import type { RequestForm } from "./abilities"
import { refusedByModel, unusableAnswer } from "./answer/answer-error"
import { readAnswer, type AnswerParts } from "./answer/read-answer"
import { buildMessages } from "./build-messages"
import { DEFAULT_PROMPT } from "./default-prompt"
import { DRAFT_SCHEMA } from "./draft-schema"
import { say } from "./errors/to-generator-error"
import { ModelCaller } from "./model-caller"
import { parseAiSdkOptions, type AiSdkOptions, type ResolvedAiSdkOptions } from "./options"
import type { PaidAnswer } from "./paid-answer"
import { assertInstalled } from "./sdk"

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
  private readonly caller_: ModelCaller
  private readonly logger_?: Pick<Logger, "info">

  /** @throws MedusaError INVALID_DATA that names the option or the package to install */
  static validateOptions(options: unknown): void {
    const { model } = parseAiSdkOptions(options)
    assertInstalled(typeof model === "string" ? ["ai", "@ai-sdk/openai-compatible"] : ["ai"])
  }

  constructor({ logger }: { logger?: Pick<Logger, "info"> }, options: AiSdkOptions) {
    this.logger_ = logger
    this.options_ = parseAiSdkOptions(options)
    this.caller_ = new ModelCaller(this.options_)
    this.model = this.caller_.model
  }

  toMessages(request: DraftRequest): DraftMessage[] {
    const { system, user } = this.build_(request, this.caller_.form)
    return [
      { role: "system", content: system },
      { role: "user", content: user },
    ]
  }

  async generate(request: DraftRequest, { signal, notify }: GenerateContext): Promise<Draft> {
    const question = {
      toMessages: (form: RequestForm) => this.build_(request, form),
      schema: { name: "email", schema: DRAFT_SCHEMA },
      read: toDraft,
      sent: request,
    }
    return this.caller_.ask(question, {
      signal,
      onAsk: ({ isStructured }) => {
        if (this.options_.structuredOutput && !isStructured) notify?.(PLAIN_FORM)
      },
      onNewName: () => {
        this.logger_?.info(say("the server wants max_completion_tokens, and gets it from now on."))
      },
    })
  }

  private build_(request: DraftRequest, { isStructured }: RequestForm) {
    const { placeholders } = this.options_
    return buildMessages(request, { structuredOutput: isStructured, placeholders })
  }
}

/** @throws GeneratorError for an answer that is no draft */
async function toDraft(
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
