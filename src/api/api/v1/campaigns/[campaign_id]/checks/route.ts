import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CampaignChecksDTO } from "../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../workflows/common/resolve-modules"
import { replaceChecksWorkflow } from "../../../../../../workflows/verdict/replace-checks"
import { uuidParam } from "../../../../../utils/path-param"
import type { ReplaceChecksType } from "./validators"

/** What the drafts of the campaign must keep. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CampaignChecksDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  res.json(await resolvePlayground(req.scope).verdict.checks.retrieve(campaign.id))
}

/** All of them, in place of those before. */
export const PUT = async (
  req: AuthenticatedMedusaRequest<ReplaceChecksType>,
  res: MedusaResponse<CampaignChecksDTO>
) => {
  const { result } = await replaceChecksWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      checks: req.validatedBody.checks,
      updated_by: req.auth_context.actor_id,
    },
    context: { requestId: req.requestId },
  })
  res.json(result)
}
