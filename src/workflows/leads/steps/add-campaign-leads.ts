import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CampaignLeadInput } from "../../../modules/outreach"
import { resolveOutreach } from "../../common/resolve-outreach"

export interface ImportCampaignLeadsInput {
  campaign_id: string
  leads: CampaignLeadInput[]
}

/** Undone by deleting the leads that were added; those that were skipped stay. */
export const addCampaignLeadsStep = createStep(
  "add-campaign-leads",
  async ({ campaign_id, leads }: ImportCampaignLeadsInput, { container }) => {
    const added = await resolveOutreach(container).addCampaignLeads(campaign_id, leads)
    const counts = { created: added.length, skipped: leads.length - added.length }
    return new StepResponse(counts, { campaign_id, added })
  },
  async (undo, { container }) => {
    if (undo) await resolveOutreach(container).deleteCampaignLeads(undo.campaign_id, undo.added)
  }
)
