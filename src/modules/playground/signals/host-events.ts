import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { PlaygroundEvents, type BatchEventData, type EmailEventData } from "../../../events"

interface HostEventsDeps {
  /** Undefined where the host brings none, as in scripts that migrate. */
  eventBus: Pick<IEventBusModuleService, "emit"> | undefined
  logger: Pick<Logger, "warn">
}

/**
 * Tells the host's event bus what has been committed. Nobody waits for it and nothing fails with it:
 * on a Redis bus whose Redis is away `emit` hangs without a limit.
 */
export class HostEvents {
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

  private emit_(name: string, all: readonly (BatchEventData | EmailEventData)[]): void {
    const { eventBus, logger } = this.deps_
    if (!eventBus || all.length === 0) return
    const messages = all.map((data) => ({ name, data }))
    // Inside `then`, so that a bus that throws at once is caught like one that rejects.
    Promise.resolve()
      .then(() => eventBus.emit(messages, {}))
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        logger.warn(`playground: event ${name} was not emitted: ${reason}`)
      })
  }
}
