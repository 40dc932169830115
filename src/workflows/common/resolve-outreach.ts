import type { MedusaContainer } from "@medusajs/framework/types"
import { OUTREACH_MODULE, type OutreachModuleService } from "../../modules/outreach"

export function resolveOutreach(container: MedusaContainer): OutreachModuleService {
  return container.resolve<OutreachModuleService>(OUTREACH_MODULE)
}
