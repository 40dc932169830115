import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { retrieveCampaign } from "../retrieve-campaign"

export const retrieveCampaignStep = createStep(
  "retrieve-campaign",
  async ({ campaign_id }: { campaign_id: string }, { container }) =>
    new StepResponse(await retrieveCampaign(container, campaign_id))
)
