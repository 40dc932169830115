import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { UnapprovedDraftsDTO } from "../../../../../../../modules/playground"
import { unapproveDraftsWorkflow } from "../../../../../../../workflows/reviews/unapprove-drafts"
import { uuidParam } from "../../../../../../utils/path-param"
import type { UnapproveDraftsType } from "./validators"

/** Takes away exactly the approvals of these drafts. */
export const POST = async (
  req: AuthenticatedMedusaRequest<UnapproveDraftsType>,
  res: MedusaResponse<UnapprovedDraftsDTO>
) => {
  const { result } = await unapproveDraftsWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      campaign_id: uuidParam(req, "campaign_id"),
      unapproved_by: req.auth_context.actor_id,
    },
    context: { requestId: req.requestId },
  })
  res.json(result)
}
