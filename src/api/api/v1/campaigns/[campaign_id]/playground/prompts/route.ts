import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  PLAYGROUND_MODULE,
  type PlaygroundModuleService,
  type PromptVersionPageDTO,
} from "../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { uuidParam } from "../../../../../../utils/path-param"
import type { ListPromptVersionsType } from "./validators"

/** The campaign's prompt versions, last used first, each with what it came to. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListPromptVersionsType>,
  res: MedusaResponse<PromptVersionPageDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const playground = req.scope.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
  const { step_index = null, offset, limit } = req.validatedQuery
  res.json(await playground.comparison.listVersions(campaign.id, { step_index, offset, limit }))
}
