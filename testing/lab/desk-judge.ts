import {
  FatalGeneratorError,
  PermanentGeneratorError,
  RetryableGeneratorError,
  type CompareRequest,
  type DraftJudge,
  type JudgeContext,
  type JudgedDraft,
  type JudgedPair,
  type JudgeRequest,
} from "../../src/ports"
import type { DeskAnswer, DeskCall } from "./fault-generator"

/** What a desk call of the judge has for a prompt. */
export const JUDGING = "judging"
/** What one of its calls about a pair has. */
export const COMPARING = "comparing"

const USAGE = { input_tokens: 10, output_tokens: 5 }

/** Asks the test what to do with each call, as `FaultGenerator` does. */
export class DeskJudge implements DraftJudge {
  readonly version = "1"

  constructor(private readonly options_: { deskUrl: string; worker: string }) {}

  async judge({ lead, subject }: JudgeRequest, { signal }: JudgeContext): Promise<JudgedDraft> {
    const judged: JudgedDraft = {
      score: 4,
      criteria: [{ name: "worker", score: 4, reason: this.options_.worker }],
      claims: [
        { text: subject, field: "lead.email" },
        { text: "made up", field: "lead.revenue" },
      ],
      usage: USAGE,
    }
    return this.ask_(JUDGING, lead.email, judged, { score: 9, criteria: [], claims: [] }, signal)
  }

  /** Prefers the longer body, and says who judged. */
  async compare({ drafts, lead }: CompareRequest, { signal }: JudgeContext): Promise<JudgedPair> {
    const [first, second] = drafts.map(({ body }) => body.length)
    const choice = first === second ? "equal" : Number(first) > Number(second) ? "first" : "second"
    const judged: JudgedPair = { choice, reason: this.options_.worker, usage: USAGE }
    return this.ask_(COMPARING, lead.email, judged, { ...judged, reason: "" }, signal)
  }

  private async ask_<Judged extends object>(
    prompt: string,
    email: string,
    judged: Judged,
    garbage: NoInfer<Judged>,
    signal: AbortSignal
  ): Promise<Judged> {
    const { deskUrl, worker } = this.options_
    const call: DeskCall = { worker, email, prompt }
    const response = await fetch(deskUrl, { method: "POST", body: JSON.stringify(call), signal })
    const answer = (await response.json()) as DeskAnswer
    switch (answer.do) {
      case "draft":
        return judged
      case "crash":
        process.kill(process.pid, "SIGKILL")
        return new Promise(() => {})
      case "permanent":
        throw new PermanentGeneratorError("The desk refuses.", { code: "desk_refused" })
      case "fatal":
        throw new FatalGeneratorError("The desk is closed.", { code: "desk_closed" })
      case "garbage":
        return garbage
      case "retryable":
      case "rate-limited":
      case "unexpected":
        throw new RetryableGeneratorError("The desk is busy.", { code: "desk_busy" })
    }
  }
}
