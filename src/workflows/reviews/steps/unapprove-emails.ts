import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertCampaignLead } from "../read-reviewed-step"
import { resolvePlayground } from "../../common/resolve-modules"

/** What `POST …/unapprove` and `POST …/reset` ask for. */
export interface UnapproveEmailsInput {
  campaign_id: string
  campaign_lead_id: string
  /** `unapprove` is of one step, `reset` of several; the history tells them apart. */
  action: "unapprove" | "reset"
  /** Null: all. */
  step_indices: number[] | null
  /** The host's actor id. */
  unapproved_by: string
}

/** Without a way back: whoever takes an approval away wants nothing to be sent. */
export const unapproveEmailsStep = createStep(
  "unapprove-emails",
  async (input: UnapproveEmailsInput, { container }) => {
    const { campaign_id, campaign_lead_id, action, step_indices } = input
    await assertCampaignLead(container, campaign_id, campaign_lead_id)
    const playground = resolvePlayground(container)
    await playground.withdrawApprovals({
      campaign_id,
      campaign_lead_ids: [campaign_lead_id],
      step_indices,
      action,
      actor: input.unapproved_by,
      reason: null,
    })
    const step_index = step_indices?.length === 1 ? (step_indices[0] ?? null) : null
    return new StepResponse(
      await playground.retrieveLeadReview(campaign_id, campaign_lead_id, step_index)
    )
  }
)
