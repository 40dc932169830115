import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  PLAYGROUND_MODULE,
  type DraftBatchPageDTO,
  type PlaygroundModuleService,
} from "../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { uuidParam } from "../../../../../../utils/path-param"
import type { ListDraftBatchesType } from "./validators"

/** The campaign's batches, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListDraftBatchesType>,
  res: MedusaResponse<DraftBatchPageDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const playground = req.scope.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
  const { step_index, offset, limit } = req.validatedQuery
  res.json(
    await playground.listDraftBatches(campaign.id, {
      step_index: step_index ?? null,
      offset,
      limit,
    })
  )
}
