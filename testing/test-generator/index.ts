import { ModuleProvider } from "@medusajs/framework/utils"
import { TestGenerator } from "./service"

export default ModuleProvider("playground", { services: [TestGenerator] })
