import { setTimeout as sleep } from "node:timers/promises"
import type {
  DraftJudge,
  DraftMessage,
  JudgeContext,
  JudgedDraft,
  JudgeRequest,
} from "../../src/ports"
import { delayFor } from "./quick-generator"

interface QuickJudgeOptions {
  /** How long a call takes, in ms; 0: it answers at once. @default 0 */
  delayMs?: number
  /** How far a call's time may lie from `delayMs`, in ms; the same for the same lead. @default 0 */
  spreadMs?: number
}

/** For benches that need hundreds of judgements and decide nothing about a single one. */
export class QuickJudge implements DraftJudge {
  readonly version = "quick-1"

  constructor(private readonly options_: QuickJudgeOptions) {}

  toMessages({ lead }: JudgeRequest): DraftMessage[] {
    return [{ role: "user", content: `Judge the mail to ${lead.email}.` }]
  }

  async judge({ lead }: JudgeRequest, { signal }: JudgeContext): Promise<JudgedDraft> {
    const { delayMs = 0, spreadMs = 0 } = this.options_
    const ms = delayFor(lead.email, delayMs, spreadMs)
    if (ms > 0) await sleep(ms, undefined, { signal })
    const usage = { input_tokens: 10, output_tokens: 5 }
    return {
      score: 4,
      criteria: [{ name: "clear", score: 4, reason: "It says what it offers." }],
      claims: [{ text: lead.email, field: "lead.email" }],
      usage,
    }
  }
}
