import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DraftDTO } from "../../../../../../../../../modules/playground"
import { rejectDraftWorkflow } from "../../../../../../../../../workflows/reviews/reject-draft"
import { uuidParam } from "../../../../../../../../utils/path-param"
import type { RejectDraftType } from "./validators"

/** Turns a draft down for good. Again: it stays as it was rejected first. */
export const POST = async (
  req: AuthenticatedMedusaRequest<RejectDraftType>,
  res: MedusaResponse<{ draft: DraftDTO }>
) => {
  const { result } = await rejectDraftWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      draft_id: uuidParam(req, "draft_id"),
      reason: req.validatedBody.reason ?? null,
      rejected_by: req.auth_context.actor_id,
    },
    context: { requestId: req.requestId },
  })
  res.json({ draft: result })
}
