import type { Logger } from "@medusajs/framework/types"
import type { ConnectionSettings } from "../../../persistence/data-source"
import { SteadyClient } from "../../../persistence/steady-client"
import { toQueueConnection } from "../../../queue/postgres-backend"
import { parseSignal, SIGNAL_CHANNEL, type Signal } from "../sql/signal"

/** First pause before a lost connection is opened again, in ms; doubled up to the longest. */
const RECONNECT_MS = 500
const LONGEST_RECONNECT_MS = 5_000
/** Longest wait for the answer to LISTEN, in ms. */
const ANSWER_WITHIN_MS = 10_000

interface SignalListenerDeps {
  connection: ConnectionSettings
  onSignal: (signal: Signal) => void
  /** The connection was away and is back: signals may have been missed, the rows have to be read. */
  onReconnect: () => void
  logger: Pick<Logger, "warn">
}

/**
 * The one listening connection of this process. It comes back by itself when it is cut, and then says
 * that something may have been missed.
 */
export class SignalListener {
  private client_: SteadyClient | null = null
  private timer_: NodeJS.Timeout | null = null
  private pauseMs_ = RECONNECT_MS
  private isClosed_ = false
  private wasCut_ = false

  constructor(private readonly deps_: SignalListenerDeps) {}

  /** Starts listening; does not wait for the database. */
  open(): void {
    if (this.client_ || this.timer_ || this.isClosed_) return
    void this.connect_()
  }

  async close(): Promise<void> {
    this.isClosed_ = true
    if (this.timer_) clearTimeout(this.timer_)
    const client = this.client_
    this.client_ = null
    await client?.close().catch((error: Error) => {
      this.deps_.logger.warn(`playground: the listening connection was lost: ${error.message}`)
    })
  }

  private async connect_(): Promise<void> {
    const client = new SteadyClient({
      ...toQueueConnection(this.deps_.connection),
      answerWithinMs: ANSWER_WITHIN_MS,
      application_name: "medusa-plugin-playground:signals",
    })
    this.client_ = client
    client.on("notification", ({ payload }) => {
      const signal = parseSignal(payload)
      if (signal) this.deps_.onSignal(signal)
    })
    // One failure can speak twice (error, then end): only the first one of a client counts.
    client.once("end", () => this.reconnect_(client, "it was closed"))
    client.on("error", (error) => this.reconnect_(client, error.message))
    try {
      await client.connect()
      await client.query(`listen ${SIGNAL_CHANNEL}`)
    } catch (error) {
      this.reconnect_(client, error instanceof Error ? error.message : String(error))
      return
    }
    this.pauseMs_ = RECONNECT_MS
    if (this.wasCut_) this.deps_.onReconnect()
    this.wasCut_ = false
  }

  private reconnect_(client: SteadyClient, reason: string): void {
    if (this.client_ !== client || this.isClosed_) return
    this.client_ = null
    // It may be open all the same: a replica connects, and refuses to listen.
    client.drop()
    if (!this.wasCut_) {
      this.deps_.logger.warn(`playground: the listening connection was lost: ${reason}`)
    }
    this.wasCut_ = true
    this.timer_ = setTimeout(() => {
      this.timer_ = null
      void this.connect_()
    }, this.pauseMs_).unref()
    this.pauseMs_ = Math.min(this.pauseMs_ * 2, LONGEST_RECONNECT_MS)
  }
}
