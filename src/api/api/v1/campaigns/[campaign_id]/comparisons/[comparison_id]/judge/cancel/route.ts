import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CancelledPairJudgingDTO } from "../../../../../../../../../modules/playground"
import { cancelPairJudgingWorkflow } from "../../../../../../../../../workflows/verdict/cancel-pair-judging"
import { uuidParam } from "../../../../../../../../utils/path-param"

/** Once this answers, no pair of the comparison is judged any more. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CancelledPairJudgingDTO>
) => {
  const { result } = await cancelPairJudgingWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      comparison_id: uuidParam(req, "comparison_id"),
    },
    context: { requestId: req.requestId },
  })
  res.json(result)
}
