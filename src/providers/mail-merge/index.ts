import { ModuleProvider } from "@medusajs/framework/utils"
import { MailMergeGenerator } from "./service"

export default ModuleProvider("playground", { services: [MailMergeGenerator] })
