import http from "node:http"
import type { AddressInfo } from "node:net"
import type { DeskAnswer, DeskCall } from "./fault-generator"

/** A call that waits at the desk. */
export interface PendingCall extends DeskCall {
  answer(answer: DeskAnswer): void
  /** True once the caller hung up. */
  readonly isCut: boolean
}

/** Decides about a call; undefined: it waits until the test answers it. */
type Policy = (call: DeskCall) => DeskAnswer | undefined | Promise<DeskAnswer | undefined>

/** The model, as the test plays it: it sees each call of each worker process. */
export class ModelDesk {
  /** Every call that was ever made. */
  readonly calls: DeskCall[] = []
  /** Those that wait. */
  readonly pending = new Set<PendingCall>()
  policy: Policy = () => ({ do: "draft" })
  private readonly server_ = http.createServer((req, res) => void this.serve_(req, res))

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server_.listen(0, "127.0.0.1", resolve))
    const { port } = this.server_.address() as AddressInfo
    return `http://127.0.0.1:${port}`
  }

  /** Holds every call from now on. */
  hold(): void {
    this.policy = () => undefined
  }

  /** Answers all that wait, and every later call at once. */
  release(answer: DeskAnswer = { do: "draft" }): void {
    this.policy = () => answer
    for (const call of this.pending) call.answer(answer)
  }

  async close(): Promise<void> {
    this.server_.closeAllConnections()
    await new Promise((resolve) => this.server_.close(resolve))
  }

  private async serve_(req: http.IncomingMessage, res: http.ServerResponse): Promise<void> {
    let body = ""
    for await (const chunk of req) body += String(chunk)
    const call = JSON.parse(body) as DeskCall
    this.calls.push(call)
    const reply = (answer: DeskAnswer) => res.end(JSON.stringify(answer))
    const answer = await this.policy(call)
    if (answer) {
      reply(answer)
      return
    }
    const pending: PendingCall = {
      ...call,
      answer: (later) => {
        this.pending.delete(pending)
        reply(later)
      },
      get isCut() {
        return res.destroyed
      },
    }
    this.pending.add(pending)
    res.once("close", () => this.pending.delete(pending))
  }
}
