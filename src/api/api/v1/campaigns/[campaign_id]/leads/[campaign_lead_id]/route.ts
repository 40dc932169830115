import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CampaignLeadDTO } from "../../../../../../../modules/outreach"
import { deleteCampaignLeadWorkflow } from "../../../../../../../workflows/leads/delete-campaign-lead"
import { resolveOutreach } from "../../../../../../../workflows/common/resolve-modules"
import { updateCampaignLeadWorkflow } from "../../../../../../../workflows/leads/update-campaign-lead"
import { deleted, type DeletedResponse } from "../../../../../../utils/deleted"
import { uuidParam } from "../../../../../../utils/path-param"
import type { UpdateCampaignLeadType } from "../validators"

/** The campaign first: its absence is told before anything of the lead. */
async function leadParams(req: AuthenticatedMedusaRequest<unknown>) {
  const campaign_id = uuidParam(req, "campaign_id")
  const campaign_lead_id = uuidParam(req, "campaign_lead_id")
  await resolveOutreach(req.scope).retrieveCampaign(campaign_id)
  return { campaign_id, campaign_lead_id }
}

/** One lead. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ lead: CampaignLeadDTO }>
) => {
  const { campaign_id, campaign_lead_id } = await leadParams(req)
  const outreach = resolveOutreach(req.scope)
  res.json({ lead: await outreach.retrieveCampaignLead(campaign_id, campaign_lead_id) })
}

/** A value sets, null clears, absent leaves alone. */
export const PATCH = async (
  req: AuthenticatedMedusaRequest<UpdateCampaignLeadType>,
  res: MedusaResponse<{ lead: CampaignLeadDTO }>
) => {
  const { result } = await updateCampaignLeadWorkflow(req.scope).run({
    input: { ...(await leadParams(req)), change: req.validatedBody },
    context: { requestId: req.requestId },
  })
  res.json({ lead: result })
}

/** Takes the lead out of the campaign, with its approved e-mails. Drafts written for it stay. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeletedResponse>
) => {
  const params = await leadParams(req)
  await deleteCampaignLeadWorkflow(req.scope).run({
    input: { ...params, deleted_by: req.auth_context.actor_id },
    context: { requestId: req.requestId },
  })
  res.json(deleted("lead", params.campaign_lead_id))
}
