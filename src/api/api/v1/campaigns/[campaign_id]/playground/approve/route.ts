import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ApprovedDraftsDTO } from "../../../../../../../modules/playground"
import { approveDraftsWorkflow } from "../../../../../../../workflows/reviews/approve-drafts"
import { uuidParam } from "../../../../../../utils/path-param"
import type { ApproveDraftsType } from "./validators"

/** Approves drafts as they are. One that is refused stops no other. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ApproveDraftsType>,
  res: MedusaResponse<ApprovedDraftsDTO>
) => {
  const { result } = await approveDraftsWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      campaign_id: uuidParam(req, "campaign_id"),
      approved_by: req.auth_context.actor_id,
    },
    context: { requestId: req.requestId },
  })
  res.json(result)
}
