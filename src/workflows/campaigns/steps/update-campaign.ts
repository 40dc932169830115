import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CampaignInput } from "../../../modules/outreach"
import { pickPrevious } from "../../common/pick-previous"
import { assertPromptsUsable } from "../assert-prompt-usable"
import { resolveOutreach } from "../../common/resolve-modules"

export interface UpdateCampaignInput {
  campaign_id: string
  change: Partial<CampaignInput>
}

/**
 * Undone by writing the old values back. Leads of a variant that was removed have another one by then
 * and keep it, as every lead does while its variant exists.
 */
export const updateCampaignStep = createStep(
  "update-campaign",
  async ({ campaign_id, change }: UpdateCampaignInput, { container }) => {
    const outreach = resolveOutreach(container)
    const before = await outreach.retrieveCampaign(campaign_id)
    await assertPromptsUsable(container, change, campaign_id)
    const campaign = await outreach.updateCampaign(campaign_id, change)
    return new StepResponse(campaign, { campaign_id, change: pickPrevious(before, change) })
  },
  async (undo, { container }) => {
    if (undo) await resolveOutreach(container).updateCampaign(undo.campaign_id, undo.change)
  }
)
