import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolveDelivery } from "../../common/resolve-modules"
import { assertCampaignLead } from "../../reviews/read-reviewed-step"

export interface NoteRepliedInput {
  campaign_id: string
  campaign_lead_id: string
  /** The host's actor id. */
  actor: string
}

/** Without a way back: a lead that has answered is not written to, whatever else failed. */
export const noteRepliedStep = createStep(
  "note-replied",
  async (input: NoteRepliedInput, { container }) => {
    await assertCampaignLead(container, input.campaign_id, input.campaign_lead_id)
    return new StepResponse(await resolveDelivery(container).noteReplied(input))
  }
)
