import { ModuleProvider } from "@medusajs/framework/utils"
import {
  FatalGeneratorError,
  PermanentGeneratorError,
  RateLimitedGeneratorError,
  RetryableGeneratorError,
  type Draft,
  type DraftGenerator,
  type DraftMessage,
  type DraftRequest,
} from "../../src/ports"

/** What a generator asks the model desk of the test. */
export interface DeskCall {
  /** The process that asks. */
  worker: string
  email: string
  prompt: string
}

/** What the desk tells it to do. */
export type DeskAnswer =
  | { do: "draft"; body?: string; breaksMessages?: boolean }
  | { do: "retryable" | "permanent" | "fatal" | "crash" | "garbage" | "unexpected" }
  | { do: "rate-limited"; retryAfterMs: number }

/**
 * Asks the test, over HTTP, what to do with each call: so the test knows which calls are in flight in
 * which process, holds them as long as it likes, and sees them cut when they are aborted.
 */
export class FaultGenerator implements DraftGenerator {
  static identifier = "desk"
  readonly defaultPrompt = "Subject: Hello\n\nHello {{ lead.email }}"
  private areMessagesBroken_ = false

  constructor(
    _: object,
    private readonly options_: { deskUrl: string; worker: string }
  ) {}

  toMessages({ prompt }: DraftRequest): DraftMessage[] {
    if (this.areMessagesBroken_) throw new TypeError(`no messages for ${prompt}`)
    return [{ role: "user", content: prompt }]
  }

  async generate(
    { lead, prompt }: DraftRequest,
    { signal }: { signal: AbortSignal }
  ): Promise<Draft> {
    const call: DeskCall = { worker: this.options_.worker, email: lead.email, prompt }
    const response = await fetch(this.options_.deskUrl, {
      method: "POST",
      body: JSON.stringify(call),
      signal,
    })
    const answer = (await response.json()) as DeskAnswer
    switch (answer.do) {
      case "draft":
        if (answer.breaksMessages) this.areMessagesBroken_ = true
        return {
          subject: `For ${lead.email}`,
          body: answer.body ?? `${this.options_.worker}: ${prompt}`,
        }
      case "garbage":
        return { subject: "", body: "\0" }
      case "rate-limited":
        throw new RateLimitedGeneratorError("The desk asks to wait.", {
          code: "rate_limited",
          retryAfterMs: answer.retryAfterMs,
        })
      case "retryable":
        throw new RetryableGeneratorError("The desk is busy.", { code: "desk_busy" })
      case "permanent":
        throw new PermanentGeneratorError("The desk refuses.", { code: "desk_refused" })
      case "fatal":
        throw new FatalGeneratorError("The desk is closed.", { code: "desk_closed" })
      case "unexpected":
        throw new TypeError(`secret prompt ${prompt}`)
      case "crash":
        process.kill(process.pid, "SIGKILL")
        return new Promise(() => {})
    }
  }
}

export default ModuleProvider("playground", { services: [FaultGenerator] })
