import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { DELIVERY_MODULE, type DeliveryModuleService } from "../../modules/delivery"
import { OUTREACH_MODULE, type OutreachModuleService } from "../../modules/outreach"
import { PLAYGROUND_MODULE, type PlaygroundModuleService } from "../../modules/playground"
import type { CampaignSource } from "../../ports"

export function resolvePlayground(container: MedusaContainer): PlaygroundModuleService {
  return container.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
}

export function resolveOutreach(container: MedusaContainer): OutreachModuleService {
  return container.resolve<OutreachModuleService>(OUTREACH_MODULE)
}

export function resolveDelivery(container: MedusaContainer): DeliveryModuleService {
  return container.resolve<DeliveryModuleService>(DELIVERY_MODULE)
}

/**
 * The module that the option `campaignSource` names.
 *
 * @throws MedusaError UNEXPECTED_STATE when the host has no such module
 */
export function resolveCampaignSource(container: MedusaContainer): CampaignSource {
  const key = resolvePlayground(container).getCampaignSourceKey()
  const source = container.resolve<CampaignSource | undefined>(key, { allowUnregistered: true })
  if (source) return source
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `medusa-plugin-playground: option "campaignSource" names the module "${key}", which this host ` +
      "does not have. Add it to medusa-config.ts, or leave the option out."
  )
}
