import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SendingPreviewDTO } from "../../../../../../../modules/delivery"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolveDelivery } from "../../../../../../../workflows/common/resolve-modules"
import { uuidParam } from "../../../../../../utils/path-param"
import type { PreviewSendingType } from "../validators"

/** What Send would do for a step, and how its sends stand. Changes nothing. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, PreviewSendingType>,
  res: MedusaResponse<SendingPreviewDTO>
) => {
  const campaign_id = uuidParam(req, "campaign_id")
  await retrieveCampaign(req.scope, campaign_id)
  const { step_index } = req.validatedQuery
  const actor = req.auth_context.actor_id
  res.json(await resolveDelivery(req.scope).previewSending({ campaign_id, step_index, actor }))
}
