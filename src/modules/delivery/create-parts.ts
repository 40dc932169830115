import type {
  ConfigModule,
  IEventBusModuleService,
  InternalModuleDeclaration,
  Logger,
} from "@medusajs/framework/types"
import type { HostOptions } from "../../persistence/data-source"
import { DeliveryEvents } from "./delivery-events"
import { toDefaultSenders, type TransportRegistry } from "./loaders/transports"
import type { ResolvedDeliveryOptions } from "./options/delivery-options"
import { resolvePublicUrl } from "./options/public-url"
import type { LazyMailOutbox } from "./outbox/mail-outbox"
import { DeliveryRuntime } from "./runtime"
import { CampaignSending } from "./sends/campaign-sending"
import { SuppressionList } from "./suppressions/suppression-list"

/** What the host's container hands to the module's service. */
export interface Dependencies {
  logger: Logger
  configModule?: ConfigModule
  /** The host's; not there where it only migrates. */
  event_bus?: IEventBusModuleService
  deliveryOptions: ResolvedDeliveryOptions
  mailTransports: TransportRegistry
  /** Which of them sends for campaigns that name none. */
  mailTransport: string
  mailOutbox: LazyMailOutbox
}

/** What stands behind the module's service. */
export interface DeliveryParts {
  options: ResolvedDeliveryOptions
  transports: TransportRegistry
  defaultTransport: string
  runtime: DeliveryRuntime
  sending: CampaignSending
  suppressions: SuppressionList
}

export function createParts(
  dependencies: Dependencies,
  hostOptions: HostOptions,
  declaration: InternalModuleDeclaration | undefined
): DeliveryParts {
  const {
    logger,
    deliveryOptions: options,
    mailTransports: transports,
    mailTransport: defaultTransport,
  } = dependencies
  // Asked first: the host's container refuses to hand out what it does not have.
  const given = <Name extends keyof Dependencies>(name: Name) =>
    Object.hasOwn(dependencies, name) ? dependencies[name] : undefined
  const events = new DeliveryEvents({ logger, eventBus: given("event_bus") })
  const shared = {
    options,
    transports,
    defaultTransport,
    defaultSenders: toDefaultSenders(transports, defaultTransport),
    publicUrl: resolvePublicUrl(options, given("configModule")),
    events,
  }
  const runtime = new DeliveryRuntime({ ...shared, logger, hostOptions, declaration })
  const manager = () => runtime.manager()
  dependencies.mailOutbox.connect(manager)
  return {
    options,
    transports,
    defaultTransport,
    runtime,
    sending: new CampaignSending({
      ...shared,
      manager,
      wakeSoon: (campaign_id) => runtime.wakeSoon(campaign_id),
    }),
    suppressions: new SuppressionList({
      manager,
      events,
      unsubscribeKey: () => runtime.unsubscribeKey(),
    }),
  }
}
