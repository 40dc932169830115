import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ApproveEmailInput } from "../../../modules/playground"
import { assertCampaignLead, readReviewedStep } from "../read-reviewed-step"
import { resolvePlayground } from "../../common/resolve-modules"

/** What `POST …/leads/{campaign_lead_id}/approve` asks for. */
export interface ApproveEmailRequest extends Omit<ApproveEmailInput, "step" | "lead"> {
  /** 1 to 32. */
  step_index: number
}

/**
 * Undone by taking the approval away, even where it replaced another one: a mail that is not sent is
 * the safe side.
 */
export const approveEmailStep = createStep(
  "approve-email",
  async ({ step_index, ...request }: ApproveEmailRequest, { container }) => {
    const { campaign_id, campaign_lead_id } = request
    await assertCampaignLead(container, campaign_id, campaign_lead_id)
    const { step, leads } = await readReviewedStep(container, {
      campaign_id,
      step_index,
      campaign_lead_ids: [campaign_lead_id],
    })
    const outcome = await resolvePlayground(container).approveEmail({
      ...request,
      step,
      lead: leads[0] ?? null,
    })
    const isNew = outcome.outcome === "approved" && outcome.is_new
    return new StepResponse(
      outcome,
      isNew ? { campaign_id, campaign_lead_ids: [campaign_lead_id], step_index } : null
    )
  },
  async (undo, { container }) => {
    if (!undo) return
    const { step_index, ...leads } = undo
    await resolvePlayground(container).withdrawApprovals({
      ...leads,
      step_indices: [step_index],
      action: "unapprove",
      actor: "system",
      reason: "The approval could not be completed.",
    })
  }
)
