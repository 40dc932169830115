import { ModuleProvider } from "@medusajs/framework/utils"
import { SmtpTransport } from "./service"

export type { SmtpOptions } from "./options"

export default ModuleProvider("delivery", { services: [SmtpTransport] })
