import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { withSending, type CampaignAnswer } from "../with-sending"
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
  res: MedusaResponse<{ campaign: CampaignAnswer }>
) => {
  const id = uuidParam(req, "campaign_id")
  const campaign = await resolveOutreach(req.scope).retrieveCampaign(id)
  res.json({ campaign: await withSending(req.scope, campaign) })
}

/**
 * A value sets, null clears, absent leaves alone; `steps` replaces all of them, `sending` is changed
 * member by member.
 */
export const PATCH = withParams(
  async (
    req: AuthenticatedMedusaRequest<UpdateCampaignType>,
    res: MedusaResponse<{ campaign: CampaignAnswer }>
  ) => {
    const { sending, ...change } = req.validatedBody
    const campaign_id = uuidParam(req, "campaign_id")
    const { result } = await updateCampaignWorkflow(req.scope).run({
      input: { campaign_id, change, sending, actor: req.auth_context.actor_id },
      context: { requestId: req.requestId },
    })
    res.json({ campaign: await withSending(req.scope, result) })
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
