import { setMaxListeners } from "node:events"

/**
 * The handlers that run at this moment, and the one signal that stops them all. Kept beside BullMQ's
 * own count: a handler's work is in Postgres, and is waited for when Redis is gone too.
 */
export class HandlersInFlight {
  private readonly running_ = new Set<Promise<void>>()
  private readonly stop_ = new AbortController()

  constructor() {
    // One listener a handler, as many as the option \`concurrency\` says: no leak.
    setMaxListeners(0, this.stop_.signal)
  }

  get count(): number {
    return this.running_.size
  }

  /** Runs one handler, whose signal fires with {@link abort}. */
  async run(handler: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const running = handler(this.stop_.signal)
    this.running_.add(running)
    try {
      await running
    } finally {
      this.running_.delete(running)
    }
  }

  /** Resolves when none runs any more. */
  async settled(): Promise<void> {
    while (this.running_.size > 0) await Promise.allSettled(this.running_)
  }

  abort(): void {
    this.stop_.abort()
  }
}
