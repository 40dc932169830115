import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import {
  PLAYGROUND_MODULE,
  type ApprovedEntryDTO,
  type PlaygroundModuleService,
} from "../../../../../../../../../modules/playground"
import { assertCampaignLead } from "../../../../../../../../../workflows/reviews/read-reviewed-step"
import { retrieveCampaign } from "../../../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { uuidParam, wholeParam } from "../../../../../../../../utils/path-param"

/** What a sender sends, byte for byte. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ approved_entry: ApprovedEntryDTO }>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const lead_id = uuidParam(req, "campaign_lead_id")
  const step_index = wholeParam(req, "step_index", { min: 1, max: 32 })
  await assertCampaignLead(req.scope, campaign.id, lead_id)
  const playground = req.scope.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
  const { approved_entry } = await playground.retrieveLeadReview(campaign.id, lead_id, step_index)
  if (approved_entry) {
    res.json({ approved_entry })
    return
  }
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Lead ${lead_id} has no approved e-mail for step ${step_index}.`
  )
}
