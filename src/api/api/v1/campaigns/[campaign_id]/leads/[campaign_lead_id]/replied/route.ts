import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { noteRepliedWorkflow } from "../../../../../../../../workflows/sending/note-replied"
import { uuidParam } from "../../../../../../../utils/path-param"

interface RepliedResponse {
  campaign_id: string
  campaign_lead_id: string
  replied_at: Date
  /** Scheduled mails that do not go any more. */
  cancelled_count: number
}

/** Notes that a lead has answered: its sequence ends. Again: changes nothing. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<RepliedResponse>
) => {
  const lead = {
    campaign_id: uuidParam(req, "campaign_id"),
    campaign_lead_id: uuidParam(req, "campaign_lead_id"),
  }
  const { result } = await noteRepliedWorkflow(req.scope).run({
    input: { ...lead, actor: req.auth_context.actor_id },
    context: { requestId: req.requestId },
  })
  res.json({ ...lead, replied_at: result.replied_at, cancelled_count: result.cancelled })
}
