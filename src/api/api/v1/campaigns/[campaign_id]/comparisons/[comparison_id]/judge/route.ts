import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  PairJudgingDTO,
  RequestedPairJudgingDTO,
} from "../../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../../../workflows/common/resolve-modules"
import { requestPairJudgingWorkflow } from "../../../../../../../../workflows/verdict/request-pair-judging"
import { uuidParam } from "../../../../../../../utils/path-param"

/** How the judge's calls about a comparison stand, and what the rest would cost. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<PairJudgingDTO>) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const { pairJudging } = resolvePlayground(req.scope).verdict
  const comparison_id = uuidParam(req, "comparison_id")
  res.json(await pairJudging.retrieve({ campaign_id: campaign.id, comparison_id }))
}

/** Once this answers, each pair is judged in both orders sooner or later, and once. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<RequestedPairJudgingDTO>
) => {
  const { result } = await requestPairJudgingWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      comparison_id: uuidParam(req, "comparison_id"),
    },
    context: { requestId: req.requestId },
  })
  res.status(202).json(result)
}
