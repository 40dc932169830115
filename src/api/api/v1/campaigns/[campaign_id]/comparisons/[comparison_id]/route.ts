import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ComparisonDTO } from "../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../../workflows/common/resolve-modules"
import { uuidParam } from "../../../../../../utils/path-param"

/** What a comparison comes to so far. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ comparison: ComparisonDTO }>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const { comparisons } = resolvePlayground(req.scope).verdict
  const id = uuidParam(req, "comparison_id")
  res.json({ comparison: await comparisons.retrieve(campaign.id, id) })
}
