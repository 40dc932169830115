import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ApproveDraftsInput } from "../../../modules/playground"
import { readReviewedStep } from "../read-reviewed-step"
import { resolvePlayground } from "../../common/resolve-modules"

/** What `POST …/playground/approve` asks for. */
export type ApproveDraftsRequest = Omit<ApproveDraftsInput, "step" | "leads">

/** Undone by taking the approvals away: a mail that is not sent is the safe side. */
export const approveDraftsStep = createStep(
  "approve-drafts",
  async (request: ApproveDraftsRequest, { container }) => {
    const { campaign_id, batch_id, draft_ids } = request
    const playground = resolvePlayground(container)
    const { step_index, campaign_lead_ids } = await playground.listDraftLeads(
      campaign_id,
      batch_id,
      draft_ids
    )
    const { step, leads } = await readReviewedStep(container, {
      campaign_id,
      step_index,
      campaign_lead_ids,
    })
    const answer = await playground.approveDrafts({ ...request, step, leads })
    const approved = {
      campaign_id,
      campaign_lead_ids: answer.approved.map(({ campaign_lead_id }) => campaign_lead_id),
    }
    return new StepResponse({ answer, leads: approved }, { ...approved, step_index })
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
