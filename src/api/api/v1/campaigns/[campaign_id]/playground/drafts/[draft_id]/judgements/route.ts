import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { JudgementDTO } from "../../../../../../../../../modules/playground"
import { judgeDraftWorkflow } from "../../../../../../../../../workflows/verdict/judge-draft"
import { uuidParam } from "../../../../../../../../utils/path-param"
import type { JudgeDraftType } from "./validators"

/** What the caller thinks of a draft. Again: changes it; one that says nothing takes it back. */
export const POST = async (
  req: AuthenticatedMedusaRequest<JudgeDraftType>,
  res: MedusaResponse<{ judgement: JudgementDTO | null }>
) => {
  const { score = null, verdict = null, reasons = [] } = req.validatedBody
  const { result: judgement } = await judgeDraftWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      draft_id: uuidParam(req, "draft_id"),
      judged_by: req.auth_context.actor_id,
      score,
      verdict,
      reasons,
    },
    context: { requestId: req.requestId },
  })
  res.json({ judgement })
}
