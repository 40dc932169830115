import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolveDelivery, resolvePlayground } from "../../common/resolve-modules"

interface ForgetCampaignInput {
  campaign_id: string
  deleted_by?: string
}

/**
 * Takes away what the other modules keep of a campaign: what is scheduled, how it sends, and what says
 * which of its prompts is better. Without a way back: the campaign is gone.
 */
export const forgetCampaignStep = createStep(
  "forget-campaign",
  async ({ campaign_id, deleted_by }: ForgetCampaignInput, { container }) => {
    await resolveDelivery(container).forgetCampaign(campaign_id, deleted_by ?? "system")
    await resolvePlayground(container).verdict.forgetCampaign(campaign_id)
    return new StepResponse()
  }
)
