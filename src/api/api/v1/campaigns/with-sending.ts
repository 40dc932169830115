import type { MedusaContainer } from "@medusajs/framework/types"
import { DEFAULT_SETTINGS, type SendingSettingsDTO } from "../../../../modules/delivery"
import type { CampaignDTO } from "../../../../modules/outreach"
import { resolveDelivery } from "../../../../workflows/common/resolve-modules"

/** A campaign as the API answers it: what the campaign source keeps, and how it sends. */
export interface CampaignAnswer extends CampaignDTO {
  sending: SendingSettingsDTO
}

export async function withSending(
  container: MedusaContainer,
  campaign: CampaignDTO
): Promise<CampaignAnswer> {
  const [answer] = await eachWithSending(container, [campaign])
  return answer ?? { ...campaign, sending: DEFAULT_SETTINGS }
}

export async function eachWithSending(
  container: MedusaContainer,
  campaigns: CampaignDTO[]
): Promise<CampaignAnswer[]> {
  const settings = await resolveDelivery(container).listSendingSettings(
    campaigns.map(({ id }) => id)
  )
  return campaigns.map((campaign, place) => ({
    ...campaign,
    sending: settings[place] ?? DEFAULT_SETTINGS,
  }))
}
