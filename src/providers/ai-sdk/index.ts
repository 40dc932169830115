import { ModuleProvider } from "@medusajs/framework/utils"
import { AiSdkGenerator } from "./service"

export default ModuleProvider("playground", { services: [AiSdkGenerator] })
