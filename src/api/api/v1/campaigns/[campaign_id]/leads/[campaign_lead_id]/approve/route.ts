import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { LeadReviewDTO } from "../../../../../../../../modules/playground"
import { approveEmailWorkflow } from "../../../../../../../../workflows/reviews/approve-email"
import { uuidParam } from "../../../../../../../utils/path-param"
import type { ApproveEmailType } from "../validators"

/** Freezes the e-mail that a sender must send verbatim. 422: something changed since the draft. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ApproveEmailType>,
  res: MedusaResponse<LeadReviewDTO | { type: string; code: string; message: string }>
) => {
  const campaign_id = uuidParam(req, "campaign_id")
  const campaign_lead_id = uuidParam(req, "campaign_lead_id")
  const { draft_id, variant_label, expected_step_config_fingerprint, ...email } = req.validatedBody
  const { result } = await approveEmailWorkflow(req.scope).run({
    input: {
      ...email,
      campaign_id,
      campaign_lead_id,
      draft_id: draft_id ?? null,
      variant_label: variant_label ?? null,
      expected_step_config_fingerprint: expected_step_config_fingerprint ?? null,
      approved_by: req.auth_context.actor_id,
    },
    context: { requestId: req.requestId },
  })
  if (result.outcome === "stale") {
    // Written here: the host has no error that says 422 and is not a duplicate or a payment.
    res.status(422).json({ type: "not_allowed", code: result.code, message: result.message })
    return
  }
  res.json(result.review)
}
