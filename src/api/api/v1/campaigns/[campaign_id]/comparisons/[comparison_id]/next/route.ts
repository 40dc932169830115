import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { NextPairDTO } from "../../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../../../workflows/common/resolve-modules"
import { uuidParam } from "../../../../../../../utils/path-param"

/** The next pair for the caller, without anything that tells which prompt wrote which draft. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<NextPairDTO>) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const { comparisons } = resolvePlayground(req.scope).verdict
  const id = uuidParam(req, "comparison_id")
  res.json(await comparisons.next(campaign.id, id, req.auth_context.actor_id))
}
