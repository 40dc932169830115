import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RejectedDraftsDTO } from "../../../../../../../modules/playground"
import { rejectDraftsWorkflow } from "../../../../../../../workflows/reviews/reject-drafts"
import { uuidParam } from "../../../../../../utils/path-param"
import type { RejectDraftsType } from "./validators"

/** Turns drafts down for good. One that is refused stops no other. */
export const POST = async (
  req: AuthenticatedMedusaRequest<RejectDraftsType>,
  res: MedusaResponse<RejectedDraftsDTO>
) => {
  const { reason = null, ...drafts } = req.validatedBody
  const { result } = await rejectDraftsWorkflow(req.scope).run({
    input: {
      ...drafts,
      reason,
      campaign_id: uuidParam(req, "campaign_id"),
      rejected_by: req.auth_context.actor_id,
    },
    context: { requestId: req.requestId },
  })
  res.json(result)
}
