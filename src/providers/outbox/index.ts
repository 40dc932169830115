import { ModuleProvider } from "@medusajs/framework/utils"
import { OutboxTransport } from "./service"

export default ModuleProvider("delivery", { services: [OutboxTransport] })
