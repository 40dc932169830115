import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { EvaluationDetailDTO } from "../../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../../../workflows/common/resolve-modules"
import { uuidParam } from "../../../../../../../utils/path-param"

/** Whether a prompt reached its thresholds; `pending` while its drafts are written. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ evaluation: EvaluationDetailDTO }>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const { evaluations } = resolvePlayground(req.scope).verdict
  const id = uuidParam(req, "evaluation_id")
  res.json({ evaluation: await evaluations.retrieve(campaign.id, id) })
}
