import { createHash } from "node:crypto"
import {
  GeneratorError,
  type CompareRequest,
  type DraftJudge,
  type DraftMessage,
  type JudgeContext,
  type JudgedDraft,
  type JudgedPair,
  type JudgeRequest,
} from "../../../ports"
import type { RequestForm } from "../abilities"
import type { Question } from "../ask-model"
import { ModelCaller } from "../model-caller"
import { assertInstalled } from "../sdk"
import { buildInstruction, buildJudgeMessages } from "./build-messages"
import { buildCompareInstruction, buildCompareMessages } from "./compare-messages"
import { toJudgeError } from "./judge-error"
import { COMPARE_SCHEMA, toJudgeSchema } from "./judge-schema"
import {
  parseAiSdkJudgeOptions,
  type AiSdkJudgeOptions,
  type ResolvedAiSdkJudgeOptions,
} from "./options"
import { readChoice, readJudgement } from "./read-judgement"

/** Lets a model judge drafts, through the AI SDK: one answered call for each attempt. */
export class AiSdkJudge implements DraftJudge {
  static identifier = "ai-sdk"

  readonly version: string
  readonly model: string
  private readonly options_: ResolvedAiSdkJudgeOptions
  private readonly caller_: ModelCaller

  /** @throws MedusaError INVALID_DATA that names the option or the package to install */
  static validateOptions(options: unknown): void {
    const { model } = parseAiSdkJudgeOptions(options)
    assertInstalled(typeof model === "string" ? ["ai", "@ai-sdk/openai-compatible"] : ["ai"])
  }

  constructor(_: object, options: AiSdkJudgeOptions) {
    this.options_ = parseAiSdkJudgeOptions(options)
    this.caller_ = new ModelCaller(this.options_)
    this.model = this.caller_.model
    const { criteria, temperature = "" } = this.options_
    const instructions = [buildInstruction(criteria, true), buildCompareInstruction(criteria, true)]
    this.version = createHash("sha256")
      .update([temperature, ...instructions].join("\n"))
      .digest("hex")
      .slice(0, 16)
  }

  toMessages(request: JudgeRequest): DraftMessage[] {
    const { system, user } = this.build_(request, this.caller_.form)
    return [
      { role: "system", content: system },
      { role: "user", content: user },
    ]
  }

  toCompareMessages(request: CompareRequest): DraftMessage[] {
    const { system, user } = this.buildPair_(request, this.caller_.form)
    return [
      { role: "system", content: system },
      { role: "user", content: user },
    ]
  }

  async judge(request: JudgeRequest, { signal }: JudgeContext): Promise<JudgedDraft> {
    const { criteria } = this.options_
    const { subject, body, lead, sender } = request
    return this.ask_(
      {
        toMessages: (form) => this.build_(request, form),
        schema: { name: "judgement", schema: toJudgeSchema(criteria) },
        read: (parts, paid) => readJudgement(parts, criteria, paid),
        sent: { prompt: `${subject}\n${body}`, lead, sender },
      },
      signal
    )
  }

  async compare(request: CompareRequest, { signal }: JudgeContext): Promise<JudgedPair> {
    const { drafts, lead, sender } = request
    return this.ask_(
      {
        toMessages: (form) => this.buildPair_(request, form),
        schema: { name: "comparison", schema: COMPARE_SCHEMA },
        read: readChoice,
        sent: {
          prompt: drafts.map(({ subject, body }) => `${subject}\n${body}`).join("\n"),
          lead,
          sender,
        },
      },
      signal
    )
  }

  private async ask_<Answer>(question: Question<Answer>, signal: AbortSignal): Promise<Answer> {
    try {
      return await this.caller_.ask(question, { signal })
    } catch (error) {
      throw error instanceof GeneratorError ? toJudgeError(error) : error
    }
  }

  private build_(request: JudgeRequest, { isStructured }: RequestForm) {
    return buildJudgeMessages(request, { criteria: this.options_.criteria, isStructured })
  }

  private buildPair_(request: CompareRequest, { isStructured }: RequestForm) {
    return buildCompareMessages(request, { criteria: this.options_.criteria, isStructured })
  }
}
