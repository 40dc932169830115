import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SendPageDTO } from "../../../../../../modules/delivery"
import { retrieveCampaign } from "../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolveDelivery } from "../../../../../../workflows/common/resolve-modules"
import { uuidParam } from "../../../../../utils/path-param"
import type { ListSendsType } from "./validators"

/** A page of the campaign's sends, the next to go first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListSendsType>,
  res: MedusaResponse<SendPageDTO>
) => {
  const campaign_id = uuidParam(req, "campaign_id")
  await retrieveCampaign(req.scope, campaign_id)
  const { status = null, step_index = null, offset, limit } = req.validatedQuery
  const input = { campaign_id, status, step_index, offset, limit }
  res.json(await resolveDelivery(req.scope).listSends(input))
}
