import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { steerSendingWorkflow } from "../../../../../../../workflows/sending/steer-sending"
import { uuidParam } from "../../../../../../utils/path-param"

/** Takes back what is scheduled, follow-ups included. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ campaign_id: string; cancelled_count: number }>
) => {
  const campaign_id = uuidParam(req, "campaign_id")
  const { result } = await steerSendingWorkflow(req.scope).run({
    input: { campaign_id, action: "cancel", actor: req.auth_context.actor_id },
    context: { requestId: req.requestId },
  })
  res.json({ campaign_id, cancelled_count: result })
}
