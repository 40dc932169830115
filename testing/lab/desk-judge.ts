import {
  FatalGeneratorError,
  PermanentGeneratorError,
  RetryableGeneratorError,
  type DraftJudge,
  type JudgedDraft,
  type JudgeRequest,
} from "../../src/ports"
import type { DeskAnswer, DeskCall } from "./fault-generator"

/** What a desk call of the judge has for a prompt. */
export const JUDGING = "judging"

/** Asks the test what to do with each call, as `FaultGenerator` does. */
export class DeskJudge implements DraftJudge {
  readonly version = "1"

  constructor(private readonly options_: { deskUrl: string; worker: string }) {}

  async judge(
    { lead, subject }: JudgeRequest,
    { signal }: { signal: AbortSignal }
  ): Promise<JudgedDraft> {
    const { deskUrl, worker } = this.options_
    const call: DeskCall = { worker, email: lead.email, prompt: JUDGING }
    const response = await fetch(deskUrl, { method: "POST", body: JSON.stringify(call), signal })
    const answer = (await response.json()) as DeskAnswer
    switch (answer.do) {
      case "draft":
        return {
          score: 4,
          criteria: [{ name: "worker", score: 4, reason: worker }],
          claims: [
            { text: subject, field: "lead.email" },
            { text: "made up", field: "lead.revenue" },
          ],
          usage: { input_tokens: 10, output_tokens: 5 },
        }
      case "crash":
        process.kill(process.pid, "SIGKILL")
        return new Promise(() => {})
      case "permanent":
        throw new PermanentGeneratorError("The desk refuses.", { code: "desk_refused" })
      case "fatal":
        throw new FatalGeneratorError("The desk is closed.", { code: "desk_closed" })
      case "garbage":
        return { score: 9, criteria: [], claims: [] }
      case "retryable":
      case "rate-limited":
      case "unexpected":
        throw new RetryableGeneratorError("The desk is busy.", { code: "desk_busy" })
    }
  }
}
