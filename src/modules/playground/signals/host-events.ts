import { setTimeout as wait } from "node:timers/promises"
import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { PlaygroundEvents, type BatchEventData, type EmailEventData } from "../../../events"

/** Messages that may wait for a bus that takes none; what comes on top is not emitted. */
const MAX_WAITING = 10_000
/** Longest that anybody waits for the bus, in ms. */
const SETTLE_MS = 2_000

interface HostEventsDeps {
  /** Undefined where the host brings none, as in scripts that migrate. */
  eventBus: Pick<IEventBusModuleService, "emit"> | undefined
  logger: Pick<Logger, "warn">
}

/**
 * Tells the host's event bus what has been committed. Nothing fails with it, and no request waits for
 * it: on a Redis bus whose Redis is down `emit` hangs without a limit.
 */
export class HostEvents {
  private waiting_ = 0
  private isFull_ = false
  private readonly emitting_ = new Set<Promise<void>>()

  constructor(private readonly deps_: HostEventsDeps) {}

  batchFinished(batch: BatchEventData): void {
    this.emit_(PlaygroundEvents.BATCH_FINISHED, [batch])
  }
  batchCancelled(batch: BatchEventData): void {
    this.emit_(PlaygroundEvents.BATCH_CANCELLED, [batch])
  }
  emailsApproved(emails: readonly EmailEventData[]): void {
    this.emit_(PlaygroundEvents.EMAIL_APPROVED, emails)
  }
  emailsUnapproved(emails: readonly EmailEventData[]): void {
    this.emit_(PlaygroundEvents.EMAIL_UNAPPROVED, emails)
  }

  /**
   * Resolves once the bus has taken everything, or after two seconds; at once when it has not taken
   * anything for long. For whoever emits chunk after chunk, and would otherwise hold them all.
   */
  async settled(): Promise<void> {
    if (this.emitting_.size === 0 || this.isFull_) return
    const timeout = new AbortController()
    const waited = wait(SETTLE_MS, undefined, { signal: timeout.signal, ref: false }).catch(
      () => {}
    )
    await Promise.race([Promise.all(this.emitting_), waited])
    timeout.abort()
  }

  private emit_(name: string, all: readonly (BatchEventData | EmailEventData)[]): void {
    const { eventBus, logger } = this.deps_
    if (!eventBus || all.length === 0) return
    const wasFull = this.isFull_
    this.isFull_ = this.waiting_ + all.length > MAX_WAITING
    if (this.isFull_) {
      if (!wasFull) {
        logger.warn(
          `playground: the event bus does not take events: ${this.waiting_} wait, and more, as ` +
            `${name}, are not emitted until it does`
        )
      }
      return
    }
    const messages = all.map((data) => ({ name, data }))
    this.waiting_ += messages.length
    // Inside `then`, so that a bus that throws at once is caught like one that rejects.
    const emitting = Promise.resolve()
      .then(() => eventBus.emit(messages, {}))
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        logger.warn(`playground: event ${name} was not emitted: ${reason}`)
      })
      .finally(() => {
        this.waiting_ -= messages.length
        this.emitting_.delete(emitting)
      })
    this.emitting_.add(emitting)
  }
}
