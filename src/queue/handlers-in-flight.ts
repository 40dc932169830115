import { setMaxListeners } from "node:events"

/** So that drafts whose writing is slow do not pile up; as many as one statement writes. */
const MAX_RELEASED = 256

/**
 * The handlers that run at this moment, and the one signal that stops them all. Kept beside BullMQ's
 * own count: a handler's work is in Postgres, goes on after its job is acknowledged, and is waited for
 * when Redis is gone too.
 */
export class HandlersInFlight {
  private readonly running_ = new Set<Promise<void>>()
  private readonly stop_ = new AbortController()
  private released_ = 0

  constructor() {
    // One listener a handler, as many as the option \`concurrency\` says: no leak.
    setMaxListeners(0, this.stop_.signal)
  }

  get count(): number {
    return this.running_.size
  }

  /**
   * Runs one handler, whose signal fires with {@link abort}. Resolves once it is done or, if no more than
   * {@link MAX_RELEASED} others go on after their release, has released.
   */
  async run(handler: (signal: AbortSignal, release: () => void) => Promise<void>): Promise<void> {
    let free = () => {}
    let isReleased = false
    const released = new Promise<void>((resolve) => {
      free = resolve
    })
    const release = () => {
      if (isReleased || this.released_ >= MAX_RELEASED) return
      isReleased = true
      this.released_ += 1
      free()
    }
    const running = handler(this.stop_.signal, release)
    this.running_.add(running)
    const done = running.finally(() => {
      this.running_.delete(running)
      if (isReleased) this.released_ -= 1
    })
    await Promise.race([released, done])
  }

  /** Resolves when none runs any more. */
  async settled(): Promise<void> {
    while (this.running_.size > 0) await Promise.allSettled(this.running_)
  }

  abort(): void {
    this.stop_.abort()
  }
}
