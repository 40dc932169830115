import type { IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { PlaygroundEvents, type SendEventData, type SuppressionEventData } from "../../events"

interface DeliveryEventsDeps {
  /** Undefined where the host brings none, as in scripts that migrate. */
  eventBus: Pick<IEventBusModuleService, "emit"> | undefined
  logger: Pick<Logger, "warn">
}

type Settled = Pick<SendEventData, "id" | "campaign_id" | "campaign_lead_id" | "step_index">

/** Tells the host's event bus what became of sends, once it is committed. Nobody waits for it. */
export class DeliveryEvents {
  constructor(private readonly deps_: DeliveryEventsDeps) {}

  emailsSent(sends: readonly Settled[]): void {
    this.emit_(PlaygroundEvents.EMAIL_SENT, sends.map(toData))
  }
  emailRejected(send: Settled & { code: string }): void {
    this.emit_(PlaygroundEvents.EMAIL_REJECTED, [{ ...toData(send), code: send.code }])
  }
  emailsUnknown(sends: readonly Settled[]): void {
    this.emit_(PlaygroundEvents.EMAIL_UNKNOWN, sends.map(toData))
  }
  suppressed(suppressions: readonly SuppressionEventData[]): void {
    this.emit_(PlaygroundEvents.EMAIL_SUPPRESSED, suppressions)
  }

  private emit_(name: string, all: readonly (SendEventData | SuppressionEventData)[]): void {
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

const toData = ({ id, campaign_id, campaign_lead_id, step_index }: Settled): SendEventData => ({
  id,
  campaign_id,
  campaign_lead_id,
  step_index,
})
