import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolveOutreach } from "../../common/resolve-modules"

/** Without a way back: the leads are gone. */
export const deleteCampaignStep = createStep(
  "delete-campaign",
  async ({ campaign_id }: { campaign_id: string }, { container }) => {
    await resolveOutreach(container).deleteCampaign(campaign_id)
    return new StepResponse()
  }
)
