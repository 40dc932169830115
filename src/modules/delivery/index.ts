import { Module } from "@medusajs/framework/utils"
import { toMigrationScripts } from "../../persistence/migrations"
import optionsLoader from "./loaders/options"
import transportsLoader from "./loaders/transports"
import { DELIVERY_MODULE, deliverySchema } from "./module-schema"
import DeliveryModuleService from "./service"

export { DELIVERY_MODULE } from "./module-schema"
export { SUPPRESSION_REASONS, type SuppressionReason } from "./types/dtos"
export { HOLD_REASONS } from "./sql/hold-reason"
export { DEFAULT_SETTINGS } from "./settings/sending-settings"
export { RESOLUTIONS, SEND_STATUSES } from "./state-machine"
export type { DeliveryModuleService }
export type { SentTestDTO } from "./test-send/send-test-mail"
export { TestSendRefusal } from "./test-send/test-send-refusal"
export type { OutboxMailDTO } from "./outbox/list-outbox-mails"
export * from "./types/dtos"

export default {
  ...Module(DELIVERY_MODULE, {
    service: DeliveryModuleService,
    loaders: [optionsLoader, transportsLoader],
  }),
  ...toMigrationScripts(deliverySchema),
}
