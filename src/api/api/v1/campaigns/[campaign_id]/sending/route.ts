import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ScheduledSendsDTO } from "../../../../../../modules/delivery"
import { scheduleSendsWorkflow } from "../../../../../../workflows/sending/schedule-sends"
import { uuidParam } from "../../../../../utils/path-param"
import type { ScheduleSendsType } from "./validators"

/** Schedules the approved mails of a step that are not scheduled, in flight or sent yet. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ScheduleSendsType>,
  res: MedusaResponse<ScheduledSendsDTO>
) => {
  const { step_index, campaign_lead_ids = null } = req.validatedBody
  const { result } = await scheduleSendsWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      step_index,
      campaign_lead_ids,
      actor: req.auth_context.actor_id,
    },
    context: { requestId: req.requestId },
  })
  res.status(202).json(result)
}
