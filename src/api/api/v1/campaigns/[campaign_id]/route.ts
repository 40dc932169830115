import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CampaignDTO } from "../../../../../modules/outreach"
import { deleteCampaignWorkflow } from "../../../../../workflows/campaigns/delete-campaign"
import { resolveOutreach } from "../../../../../workflows/common/resolve-modules"
import { updateCampaignWorkflow } from "../../../../../workflows/campaigns/update-campaign"
import { deleted, type DeletedResponse } from "../../../../utils/deleted"
import { uuidParam } from "../../../../utils/path-param"
import type { UpdateCampaignType } from "../validators"
import { withParams } from "../../../../utils/with-params"

/** One campaign with its steps. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ campaign: CampaignDTO }>
) => {
  const id = uuidParam(req, "campaign_id")
  res.json({ campaign: await resolveOutreach(req.scope).retrieveCampaign(id) })
}

/** A value sets, null clears, absent leaves alone; `steps` replaces all of them. */
export const PATCH = withParams(
  async (
    req: AuthenticatedMedusaRequest<UpdateCampaignType>,
    res: MedusaResponse<{ campaign: CampaignDTO }>
  ) => {
    const { result } = await updateCampaignWorkflow(req.scope).run({
      input: { campaign_id: uuidParam(req, "campaign_id"), change: req.validatedBody },
      context: { requestId: req.requestId },
    })
    res.json({ campaign: result })
  }
)

/** With its steps, leads and approved e-mails; what it still drafts is cancelled. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeletedResponse>
) => {
  const campaign_id = uuidParam(req, "campaign_id")
  await deleteCampaignWorkflow(req.scope).run({
    input: { campaign_id, deleted_by: req.auth_context.actor_id },
    context: { requestId: req.requestId },
  })
  res.json(deleted("campaign", campaign_id))
}
