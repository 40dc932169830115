import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  PLAYGROUND_MODULE,
  type DraftBatchDetailDTO,
  type PlaygroundModuleService,
} from "../../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { uuidParam } from "../../../../../../../utils/path-param"

/** One batch, with its prompt's text. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ batch: DraftBatchDetailDTO }>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const batch_id = uuidParam(req, "batch_id")
  const playground = req.scope.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
  res.json({ batch: await playground.retrieveDraftBatch(campaign.id, batch_id) })
}
