import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  PLAYGROUND_MODULE,
  type DraftPageDTO,
  type PlaygroundModuleService,
} from "../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { uuidParam } from "../../../../../../utils/path-param"
import type { GetDraftsType } from "./validators"

/** The drafts of a batch with their whole text, in lead order. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetDraftsType>,
  res: MedusaResponse<DraftPageDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const playground = req.scope.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
  const { batch_id, offset, limit } = req.validatedQuery
  res.json(await playground.listBatchDrafts(campaign.id, batch_id, { offset, limit }))
}
