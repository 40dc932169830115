import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CampaignInput } from "../../../modules/outreach"
import { assertPromptsUsable } from "../assert-prompt-usable"
import { resolveOutreach } from "../../common/resolve-modules"

/** Undone by deleting the campaign. */
export const createCampaignStep = createStep(
  "create-campaign",
  async (input: CampaignInput, { container }) => {
    await assertPromptsUsable(container, input, null)
    const campaign = await resolveOutreach(container).createCampaign(input)
    return new StepResponse(campaign, campaign.id)
  },
  async (createdId, { container }) => {
    if (createdId) await resolveOutreach(container).deleteCampaign(createdId)
  }
)
