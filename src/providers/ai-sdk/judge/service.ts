import { createHash } from "node:crypto"
import {
  GeneratorError,
  type DraftJudge,
  type DraftMessage,
  type JudgeContext,
  type JudgedDraft,
  type JudgeRequest,
} from "../../../ports"
import type { RequestForm } from "../abilities"
import { ModelCaller } from "../model-caller"
import { assertInstalled } from "../sdk"
import { buildInstruction, buildJudgeMessages } from "./build-messages"
import { toJudgeError } from "./judge-error"
import { toJudgeSchema } from "./judge-schema"
import {
  parseAiSdkJudgeOptions,
  type AiSdkJudgeOptions,
  type ResolvedAiSdkJudgeOptions,
} from "./options"
import { readJudgement } from "./read-judgement"

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
    this.version = createHash("sha256")
      .update(`${temperature}\n${buildInstruction(criteria, true)}`)
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

  async judge(request: JudgeRequest, { signal }: JudgeContext): Promise<JudgedDraft> {
    const { criteria } = this.options_
    const { subject, body, lead, sender } = request
    const question = {
      toMessages: (form: RequestForm) => this.build_(request, form),
      schema: { name: "judgement", schema: toJudgeSchema(criteria) },
      read: (
        parts: Parameters<typeof readJudgement>[0],
        paid: Parameters<typeof readJudgement>[2]
      ) => readJudgement(parts, criteria, paid),
      sent: { prompt: `${subject}\n${body}`, lead, sender },
    }
    try {
      return await this.caller_.ask(question, { signal })
    } catch (error) {
      throw error instanceof GeneratorError ? toJudgeError(error) : error
    }
  }

  private build_(request: JudgeRequest, { isStructured }: RequestForm) {
    return buildJudgeMessages(request, { criteria: this.options_.criteria, isStructured })
  }
}
