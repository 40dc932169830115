import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RetriedDraftBatchDTO } from "../../../../../../../modules/playground"
import { retryDraftsWorkflow } from "../../../../../../../workflows/drafts/retry-drafts"
import { uuidParam } from "../../../../../../utils/path-param"
import type { RetryDraftsType } from "./validators"

/** Drafts what failed once more, in the same batch. 202: committed, to be drafted by the workers. */
export const POST = async (
  req: AuthenticatedMedusaRequest<RetryDraftsType>,
  res: MedusaResponse<RetriedDraftBatchDTO>
) => {
  const { batch_id, campaign_lead_ids } = req.validatedBody
  const { result } = await retryDraftsWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      batch_id,
      campaign_lead_ids: campaign_lead_ids ?? null,
    },
    context: { requestId: req.requestId },
  })
  res.status(202).json(result)
}
