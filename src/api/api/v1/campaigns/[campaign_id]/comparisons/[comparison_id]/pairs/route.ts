import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { JudgedPairPageDTO } from "../../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../../../workflows/common/resolve-modules"
import { uuidParam } from "../../../../../../../utils/path-param"
import type { ListComparisonPairsType } from "../../validators"

/** The pairs with what people chose, those that the second batch lost first. No longer blind. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListComparisonPairsType>,
  res: MedusaResponse<JudgedPairPageDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const { comparisons } = resolvePlayground(req.scope).verdict
  const { offset, limit } = req.validatedQuery
  const id = uuidParam(req, "comparison_id")
  res.json(await comparisons.listPairs(campaign.id, id, { offset, limit }))
}
