import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { JudgementPageDTO } from "../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../../workflows/common/resolve-modules"
import { uuidParam } from "../../../../../../utils/path-param"
import type { ListJudgementsType } from "./validators"

/** What people think of a batch's drafts. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListJudgementsType>,
  res: MedusaResponse<JudgementPageDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const { batch_id, offset, limit } = req.validatedQuery
  const { judgements } = resolvePlayground(req.scope).verdict
  res.json(await judgements.list(campaign.id, batch_id, { offset, limit }))
}
