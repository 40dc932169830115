import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logger } from "@medusajs/framework/logger"
import type { TransportRegistry } from "../../src/modules/delivery/loaders/transports"
import { parseDeliveryOptions } from "../../src/modules/delivery/options/delivery-options"
import { LazyMailOutbox } from "../../src/modules/delivery/outbox/mail-outbox"
import DeliveryModuleService from "../../src/modules/delivery/service"
import type { PlaygroundOptions } from "../../src/modules/playground/options/playground-options"
import { OutboxTransport } from "../../src/providers/outbox/service"
import { SmtpTransport } from "../../src/providers/smtp/service"
import { DeskTransport } from "./desk-transport"
import { InstantTransport } from "./instant-transport"

export interface DeliveryInput {
  databaseUrl: string
  options: PlaygroundOptions
  mode: "worker" | "server"
  /** Which transport is the default one. */
  transport: "outbox" | "smtp" | "desk" | "instant"
  smtpPort?: number
  deskUrl?: string
  /** Names the process at the desk. */
  name: string
}

/** The module as the host builds it, without the rest of the host: a process starts in a second. */
export function createDelivery(input: DeliveryInput): DeliveryModuleService {
  const { databaseUrl, options, mode, transport, smtpPort, deskUrl, name } = input
  const mailOutbox = new LazyMailOutbox()
  const transports: TransportRegistry = new Map()
  transports.set("outbox", new OutboxTransport({ mailOutbox }))
  if (smtpPort) {
    const smtp = { host: "127.0.0.1", port: smtpPort, from: "shop@example.com", timeoutMs: 5_000 }
    transports.set("smtp", new SmtpTransport({}, smtp))
  }
  if (transport === "instant") transports.set("instant", new InstantTransport())
  if (deskUrl) transports.set("desk", new DeskTransport({ deskUrl, worker: name }))
  return new DeliveryModuleService(
    {
      [ContainerRegistrationKeys.LOGGER]: logger,
      deliveryOptions: parseDeliveryOptions({ ...options }),
      mailTransports: transports,
      mailTransport: transport,
      mailOutbox,
    },
    { database: { clientUrl: databaseUrl } },
    { scope: "internal", worker_mode: mode }
  )
}
