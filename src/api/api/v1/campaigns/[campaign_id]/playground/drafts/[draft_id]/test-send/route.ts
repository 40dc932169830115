import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { TestSendRefusal, type SentTestDTO } from "../../../../../../../../../modules/delivery"
import { sendTestMailWorkflow } from "../../../../../../../../../workflows/sending/send-test-mail"
import { uuidParam } from "../../../../../../../../utils/path-param"
import { withParams } from "../../../../../../../../utils/with-params"
import type { SendTestType } from "./validators"

/** Sends what is on the screen to the signed-in user, marked as a test; 20 an hour. */
export const POST = withParams(
  async (req: AuthenticatedMedusaRequest<SendTestType>, res: MedusaResponse<SentTestDTO>) => {
    const { actor_id, actor_type } = req.auth_context
    if (actor_type !== "user") throw new TestSendRefusal("no_user_address", {})
    const { subject, body } = req.validatedBody
    const { result } = await sendTestMailWorkflow(req.scope).run({
      input: {
        campaign_id: uuidParam(req, "campaign_id"),
        draft_id: uuidParam(req, "draft_id"),
        text: subject && body ? { subject, body } : null,
        user_id: actor_id,
      },
      context: { requestId: req.requestId },
    })
    res.json(result)
  }
)
