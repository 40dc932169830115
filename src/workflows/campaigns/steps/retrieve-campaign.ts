import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { CampaignSnapshot } from "../../../ports"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolveCampaignSource } from "../../common/resolve-modules"

/**
 * The campaign, loaded before any row below it is looked at.
 *
 * @throws MedusaError NOT_FOUND
 */
export async function retrieveCampaign(
  container: MedusaContainer,
  campaign_id: string
): Promise<CampaignSnapshot> {
  const source = resolveCampaignSource(container)
  const campaign = await source.retrieveCampaignSnapshot(campaign_id)
  if (campaign) return campaign
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no campaign ${campaign_id}.`)
}

export const retrieveCampaignStep = createStep(
  "retrieve-campaign",
  async ({ campaign_id }: { campaign_id: string }, { container }) =>
    new StepResponse(await retrieveCampaign(container, campaign_id))
)
