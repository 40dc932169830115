import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { EvaluationPreviewDTO } from "../../../../../../../../modules/playground"
import { previewEvaluation } from "../../../../../../../../workflows/evaluations/preview-evaluation"
import { uuidParam } from "../../../../../../../utils/path-param"
import { withParams } from "../../../../../../../utils/with-params"
import type { PreviewEvaluationType } from "../validators"

/** What running a prompt against a test set would use. Spends nothing. */
export const POST = withParams(
  async (
    req: AuthenticatedMedusaRequest<PreviewEvaluationType>,
    res: MedusaResponse<EvaluationPreviewDTO>
  ) => {
    const { test_set_id, step_index, custom_prompt, prompt_id } = req.validatedBody
    res.json(
      await previewEvaluation(req.scope, {
        campaign_id: uuidParam(req, "campaign_id"),
        test_set_id,
        step_index,
        custom_prompt: custom_prompt ?? null,
        prompt_id: prompt_id ?? null,
      })
    )
  }
)
