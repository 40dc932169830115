import type { Logger } from "@medusajs/framework/types"
import { sendSignals } from "../sql/send-signals"
import type { Db } from "../../../persistence/db"
import type { Signal } from "../sql/signal"

/** How long signals are gathered before they go out, in ms: Postgres serialises commits that notify. */
const GATHER_MS = 50

interface SignalSenderDeps {
  manager: () => Promise<Db>
  logger: Pick<Logger, "debug">
}

/** Sends hints to all processes, each at most once per 50 ms. Nobody waits for it. */
export class SignalSender {
  private readonly waiting_ = new Map<string, Signal>()
  private sending_: Promise<void> = Promise.resolve()
  private timer_: NodeJS.Timeout | null = null

  constructor(private readonly deps_: SignalSenderDeps) {}

  /** A cancel goes out at once, progress with what else comes in the next moments. */
  send(signal: Signal): void {
    this.waiting_.set(`${signal.type}:${signal.batch_id}`, signal)
    if (signal.type === "progress") this.timer_ ??= setTimeout(() => this.flush_(), GATHER_MS)
    else this.flush_()
  }

  /** Resolves once everything has gone out, or failed to. */
  async settled(): Promise<void> {
    this.flush_()
    await this.sending_
  }

  private flush_(): void {
    if (this.timer_) clearTimeout(this.timer_)
    this.timer_ = null
    const signals = [...this.waiting_.values()]
    this.waiting_.clear()
    if (signals.length > 0) this.sending_ = this.sending_.then(() => this.sendAll_(signals))
  }

  private async sendAll_(signals: Signal[]): Promise<void> {
    try {
      const db = await this.deps_.manager()
      await sendSignals(db, signals)
    } catch (error) {
      // A hint only: listeners read the rows every now and then, and leases are renewed.
      this.deps_.logger.debug(`playground: signals were not sent: ${String(error)}`)
    }
  }
}
