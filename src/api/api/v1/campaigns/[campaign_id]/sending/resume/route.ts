import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { steerSendingWorkflow } from "../../../../../../../workflows/sending/steer-sending"
import { uuidParam } from "../../../../../../utils/path-param"

/** Goes on where a pause stopped. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ campaign_id: string; is_paused: boolean }>
) => {
  const campaign_id = uuidParam(req, "campaign_id")
  await steerSendingWorkflow(req.scope).run({
    input: { campaign_id, action: "resume", actor: req.auth_context.actor_id },
    context: { requestId: req.requestId },
  })
  res.json({ campaign_id, is_paused: false })
}
