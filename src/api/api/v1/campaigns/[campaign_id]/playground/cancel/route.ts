import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CancelledDraftBatchDTO } from "../../../../../../../modules/playground"
import { cancelDraftsWorkflow } from "../../../../../../../workflows/drafts/cancel-drafts"
import { uuidParam } from "../../../../../../utils/path-param"
import type { CancelDraftsType } from "./validators"

/** Once this answers, no draft of the batch is ever written again. */
export const POST = async (
  req: AuthenticatedMedusaRequest<CancelDraftsType>,
  res: MedusaResponse<CancelledDraftBatchDTO>
) => {
  const { result } = await cancelDraftsWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      batch_id: req.validatedBody.batch_id,
    },
    context: { requestId: req.requestId },
  })
  res.json(result)
}
