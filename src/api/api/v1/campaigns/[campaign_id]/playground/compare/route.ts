import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  PLAYGROUND_MODULE,
  type BatchComparisonDTO,
  type PlaygroundModuleService,
} from "../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { uuidParam } from "../../../../../../utils/path-param"
import type { CompareDraftBatchesType } from "./validators"

/** Both drafts of each lead of two batches, side by side. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, CompareDraftBatchesType>,
  res: MedusaResponse<BatchComparisonDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const playground = req.scope.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
  const { batch_ids, offset, limit } = req.validatedQuery
  res.json(await playground.comparison.compareBatches(campaign.id, batch_ids, { offset, limit }))
}
