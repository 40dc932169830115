import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { BatchJudgingDTO, RequestedJudgingDTO } from "../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../../workflows/common/resolve-modules"
import { requestJudgingWorkflow } from "../../../../../../../workflows/verdict/request-judging"
import { uuidParam } from "../../../../../../utils/path-param"
import type { ReadJudgingType, RequestJudgingType } from "./validators"

/** What the judge says of a batch's drafts. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ReadJudgingType>,
  res: MedusaResponse<BatchJudgingDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const { batch_id, offset, limit } = req.validatedQuery
  const { judging } = resolvePlayground(req.scope).verdict
  res.json(await judging.retrieve(campaign.id, batch_id, { offset, limit }))
}

/** Once this answers, each draft of the batch is judged sooner or later, and once. */
export const POST = async (
  req: AuthenticatedMedusaRequest<RequestJudgingType>,
  res: MedusaResponse<RequestedJudgingDTO>
) => {
  const { result } = await requestJudgingWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      batch_id: req.validatedBody.batch_id,
    },
    context: { requestId: req.requestId },
  })
  res.status(202).json(result)
}
