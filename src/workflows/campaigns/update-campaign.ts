import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { SendingSettingsInput } from "../../modules/delivery"
import { updateSendingSettingsStep } from "../sending/steps/update-sending-settings"
import { updateCampaignStep, type UpdateCampaignInput } from "./steps/update-campaign"

interface UpdateCampaignWorkflowInput extends UpdateCampaignInput {
  /** How it sends; absent: as before. */
  sending?: SendingSettingsInput
  /** The host's actor id. Needed where `sending` is given. */
  actor?: string
}

/**
 * Changes what `change` names; `steps` replaces all of them. Leads keep their variants, those of a
 * variant that is gone are assigned anew.
 *
 * @throws MedusaError NOT_FOUND; INVALID_DATA for an unknown sender profile, transport or time zone
 */
export const updateCampaignWorkflow = createWorkflow(
  "update-campaign",
  (input: WorkflowData<UpdateCampaignWorkflowInput>) => {
    const campaign = updateCampaignStep(input)
    updateSendingSettingsStep(
      transform({ input }, ({ input: { campaign_id, sending, actor } }) => ({
        campaign_id,
        change: sending,
        actor: actor ?? "system",
      }))
    )
    return new WorkflowResponse(campaign)
  }
)
