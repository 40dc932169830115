import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { sendTestMailWorkflow } from "../../../../../../../../../workflows/sending/send-test-mail"
import { uuidParam } from "../../../../../../../../utils/path-param"

/** Sends the draft to the signed-in user, marked as a test; 20 an hour. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ to: string }>
) => {
  const { actor_id, actor_type } = req.auth_context
  if (actor_type !== "user") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "A test goes to the signed-in user's own address, and an API key has none."
    )
  }
  const { result } = await sendTestMailWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      draft_id: uuidParam(req, "draft_id"),
      user_id: actor_id,
    },
    context: { requestId: req.requestId },
  })
  res.json(result)
}
