import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CheckedBatchDTO } from "../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../../workflows/common/resolve-modules"
import { uuidParam } from "../../../../../../utils/path-param"
import type { CheckBatchType } from "./validators"

/** What the campaign's checks say of a batch now. Asks no model. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, CheckBatchType>,
  res: MedusaResponse<CheckedBatchDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const { batch_id, offset, limit } = req.validatedQuery
  const { checks } = resolvePlayground(req.scope).verdict
  res.json(await checks.checkBatch(campaign.id, batch_id, { offset, limit }))
}
