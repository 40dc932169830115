import type { Logger } from "@medusajs/framework/types"
import type { EntityManager } from "typeorm"
import type { Coalesced } from "../../../persistence/coalesce"
import type { DeliveryEvents } from "../delivery-events"
import type { TransportRegistry } from "../loaders/transports"
import type { ResolvedDeliveryOptions } from "../options/delivery-options"
import type { DefaultSenders } from "../sql/hold-reason"
import type { SourceViews } from "../sql/source-views"
import type { DeliveryInstruments } from "../telemetry/instruments"
import type { Acceptance } from "./accept-mails"

/** What sending needs. One per process. */
export interface DeliveryDeps {
  manager: () => Promise<EntityManager>
  views: SourceViews
  transports: TransportRegistry
  /** Id of the one for campaigns that name none. */
  defaultTransport: string
  defaultSenders: DefaultSenders
  /** Null: links cannot be made, so nothing is sent. */
  publicUrl: string | null
  unsubscribeKey: () => Promise<string>
  events: DeliveryEvents
  /** Writes that a mail was taken; false: the attempt was not its own any more. */
  accept: Coalesced<Acceptance, boolean>
  instruments: DeliveryInstruments
  logger: Logger
  options: Pick<ResolvedDeliveryOptions, "sending">
  /** Has a worker look at the campaign: see `planWake`. */
  wake: (campaign_id: string, after: string | null) => Promise<void>
}
