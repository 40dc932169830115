import { ModuleProvider } from "@medusajs/framework/utils"
import { NotificationTransport } from "./service"

export type { NotificationTransportOptions } from "./options"

export default ModuleProvider("delivery", { services: [NotificationTransport] })
