import { Client, type ClientConfig } from "pg"

/** Longest wait for a server's answer to a goodbye, in ms. */
const GOODBYE_MS = 1_000

/** How a connection notices that nobody is at its other end any more. */
export const LIVELINESS = {
  /** Longest wait for a new connection, in ms, or for a free one of a pool. */
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  /** How long a connection is idle before the kernel asks whether the server is there, in ms. */
  keepAliveInitialDelayMillis: 10_000,
} as const

export interface SteadyClientConfig extends ClientConfig {
  /**
   * How long a statement may go unanswered before the connection is taken for lost, in ms. Longer than
   * the server's own `statement_timeout`, so that a busy server answers first.
   * @default undefined: as long as it takes
   */
  answerWithinMs?: number
}

/** Nothing came back: a failover or a network lost the connection and told nobody. */
export class UnansweredError extends Error {
  /** As the kernel would say it, about 15 minutes later. */
  readonly code = "ETIMEDOUT"

  constructor(answerWithinMs: number) {
    super(`the database did not answer within ${answerWithinMs} ms`)
    this.name = "UnansweredError"
  }
}

/**
 * A client that nobody has to watch. A pool hands its clients out without a listener, and TypeORM
 * adds its own a moment later, BullMQ none: a connection that is cut just then would end the
 * process. What was under way on it is rejected all the same, and the pool drops it.
 *
 * Where packets are swallowed nothing is cut: a statement that is not answered in time ends its
 * connection, and with it every other of this process that has been silent for half as long, since
 * they lead to the same server and each would have to be waited for in turn.
 */
export class SteadyClient extends Client {
  private static readonly open_ = new Set<SteadyClient>()
  private readonly answerWithinMs_: number | undefined
  private unanswered_ = 0
  private heardAt_ = 0
  private timer_: NodeJS.Timeout | null = null

  constructor(config?: string | SteadyClientConfig) {
    super(config)
    this.answerWithinMs_ = typeof config === "object" ? config.answerWithinMs : undefined
    this.on("error", () => {})
    this.connection.on("readyForQuery", () => this.onAnswer_())
    this.connection.once("end", () => {
      SteadyClient.open_.delete(this)
      this.stopTimer_()
    })
    const query = this.query.bind(this) as (...args: unknown[]) => unknown
    // The overloads are the same; only the clock is started before.
    this.query = ((...args: unknown[]) => {
      this.onQuestion_()
      return query(...args)
    }) as Client["query"]
  }

  /** Closes the socket without a goodbye: for a connection that is of no use, or does not answer. */
  drop(reason?: Error): void {
    this.connection.stream.destroy(reason)
  }

  /** Says goodbye, and drops a connection that does not answer within a second. */
  async close(): Promise<void> {
    const dropping = setTimeout(() => this.drop(), GOODBYE_MS)
    try {
      await this.end()
    } finally {
      clearTimeout(dropping)
    }
  }

  private onQuestion_(): void {
    this.unanswered_ += 1
    if (this.unanswered_ === 1) this.startTimer_()
  }

  private onAnswer_(): void {
    SteadyClient.open_.add(this)
    this.heardAt_ = performance.now()
    this.unanswered_ = Math.max(this.unanswered_ - 1, 0)
    this.stopTimer_()
    if (this.unanswered_ > 0) this.startTimer_()
  }

  private startTimer_(): void {
    if (this.answerWithinMs_ === undefined) return
    this.timer_ = setTimeout(() => {
      // A process that was held up finds its timers before the answers that came meanwhile.
      setImmediate(() => {
        if (this.timer_) this.giveUp_(this.answerWithinMs_ ?? 0)
      })
    }, this.answerWithinMs_).unref()
  }

  private stopTimer_(): void {
    if (this.timer_) clearTimeout(this.timer_)
    this.timer_ = null
  }

  private giveUp_(answerWithinMs: number): void {
    const silentSince = performance.now() - answerWithinMs / 2
    const silent = [...SteadyClient.open_].filter(({ heardAt_ }) => heardAt_ < silentSince)
    for (const client of silent) client.drop(new UnansweredError(answerWithinMs))
    this.drop(new UnansweredError(answerWithinMs))
  }
}
