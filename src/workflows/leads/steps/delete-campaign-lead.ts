import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolveOutreach } from "../../common/resolve-modules"

export interface DeleteCampaignLeadInput {
  campaign_id: string
  campaign_lead_id: string
  /** The host's actor id, for the history of approvals. */
  deleted_by?: string
}

/** Without a way back. */
export const deleteCampaignLeadStep = createStep(
  "delete-campaign-lead",
  async ({ campaign_id, campaign_lead_id }: DeleteCampaignLeadInput, { container }) => {
    await resolveOutreach(container).deleteCampaignLead(campaign_id, campaign_lead_id)
    return new StepResponse()
  }
)
