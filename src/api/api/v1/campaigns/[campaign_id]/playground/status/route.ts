import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  PLAYGROUND_MODULE,
  type DraftBatchStatusDTO,
  type PlaygroundModuleService,
} from "../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { uuidParam } from "../../../../../../utils/path-param"
import type { GetDraftBatchStatusType } from "./validators"

/** How a batch stands, lead by lead, without any draft's text. Made for polling. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, GetDraftBatchStatusType>,
  res: MedusaResponse<DraftBatchStatusDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const playground = req.scope.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
  const { batch_id } = req.validatedQuery
  res.json(await playground.retrieveBatchStatus(campaign.id, batch_id ?? null))
}
