import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { LeadReviewDTO } from "../../../../../../../../modules/playground"
import { unapproveEmailsWorkflow } from "../../../../../../../../workflows/reviews/unapprove-emails"
import { uuidParam } from "../../../../../../../utils/path-param"
import type { ResetEmailsType } from "../validators"

/** Takes the approvals of several steps away, or of all. Again: changes nothing. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ResetEmailsType>,
  res: MedusaResponse<LeadReviewDTO>
) => {
  const { result } = await unapproveEmailsWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      campaign_lead_id: uuidParam(req, "campaign_lead_id"),
      action: "reset",
      step_indices: req.validatedBody.step_indices ?? null,
      unapproved_by: req.auth_context.actor_id,
    },
    context: { requestId: req.requestId },
  })
  res.json(result)
}
