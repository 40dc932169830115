import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { PairChoiceDTO } from "../../../../../../../../modules/playground"
import { choosePairWorkflow } from "../../../../../../../../workflows/verdict/choose-pair"
import { uuidParam } from "../../../../../../../utils/path-param"
import type { ChoosePairType } from "../../validators"

/** Which draft of a pair the caller finds better. Again: changes it; null takes it back. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ChoosePairType>,
  res: MedusaResponse<PairChoiceDTO>
) => {
  const { result } = await choosePairWorkflow(req.scope).run({
    input: {
      campaign_id: uuidParam(req, "campaign_id"),
      comparison_id: uuidParam(req, "comparison_id"),
      ...req.validatedBody,
      chosen_by: req.auth_context.actor_id,
    },
    context: { requestId: req.requestId },
  })
  res.json(result)
}
