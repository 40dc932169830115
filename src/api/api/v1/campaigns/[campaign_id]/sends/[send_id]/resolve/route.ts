import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SendDTO } from "../../../../../../../../modules/delivery"
import { retrieveCampaign } from "../../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolveDelivery } from "../../../../../../../../workflows/common/resolve-modules"
import { uuidParam } from "../../../../../../../utils/path-param"
import type { ResolveSendType } from "../../validators"

/** Settles a send of which nobody knows whether it went. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ResolveSendType>,
  res: MedusaResponse<{ send: SendDTO }>
) => {
  const campaign_id = uuidParam(req, "campaign_id")
  await retrieveCampaign(req.scope, campaign_id)
  const send = await resolveDelivery(req.scope).resolveSend({
    campaign_id,
    send_id: uuidParam(req, "send_id"),
    as: req.validatedBody.as,
    actor: req.auth_context.actor_id,
  })
  res.json({ send })
}
