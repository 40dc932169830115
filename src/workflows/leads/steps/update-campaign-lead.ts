import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CampaignLeadInput } from "../../../modules/outreach"
import { pickPrevious } from "../../common/pick-previous"
import { resolveOutreach } from "../../common/resolve-modules"

export interface UpdateCampaignLeadInput {
  campaign_id: string
  campaign_lead_id: string
  change: Partial<CampaignLeadInput>
}

/** Undone by writing the old values back. */
export const updateCampaignLeadStep = createStep(
  "update-campaign-lead",
  async ({ campaign_id, campaign_lead_id, change }: UpdateCampaignLeadInput, { container }) => {
    const outreach = resolveOutreach(container)
    const before = await outreach.retrieveCampaignLead(campaign_id, campaign_lead_id)
    const lead = await outreach.updateCampaignLead(campaign_id, campaign_lead_id, change)
    return new StepResponse(lead, {
      campaign_id,
      campaign_lead_id,
      change: pickPrevious(before, change),
    })
  },
  async (undo, { container }) => {
    if (!undo) return
    const { campaign_id, campaign_lead_id, change } = undo
    await resolveOutreach(container).updateCampaignLead(campaign_id, campaign_lead_id, change)
  }
)
