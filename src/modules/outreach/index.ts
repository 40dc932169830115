import { Module } from "@medusajs/framework/utils"
import { toMigrationScripts } from "../../persistence/migrations"
import { OUTREACH_MODULE, outreachSchema } from "./module-schema"
import OutreachModuleService from "./service"

export { OUTREACH_MODULE } from "./module-schema"
export type { LeadSearch } from "./lead-search"
export type { OutreachModuleService }
export * from "./types/dtos"

export default {
  ...Module(OUTREACH_MODULE, { service: OutreachModuleService }),
  ...toMigrationScripts(outreachSchema),
}
