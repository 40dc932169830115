import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { LeadReviewDTO } from "../../../../../../../../modules/playground"
import { unapproveEmailsWorkflow } from "../../../../../../../../workflows/reviews/unapprove-emails"
import { uuidParam } from "../../../../../../../utils/path-param"
import type { UnapproveEmailType } from "../validators"

/** Takes the approval of one step away. Again: changes nothing. */
export const POST = async (
  req: AuthenticatedMedusaRequest<UnapproveEmailType>,
  res: MedusaResponse<LeadReviewDTO>
) => {
  const { result } = await unapproveEmailsWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      campaign_lead_id: uuidParam(req, "campaign_lead_id"),
      action: "unapprove",
      step_indices: [req.validatedBody.step_index],
      unapproved_by: req.auth_context.actor_id,
    },
    context: { requestId: req.requestId },
  })
  res.json(result)
}
