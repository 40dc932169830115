import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  EvaluationDetailDTO,
  EvaluationPageDTO,
} from "../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { resolvePlayground } from "../../../../../../../workflows/common/resolve-modules"
import { evaluatePromptWorkflow } from "../../../../../../../workflows/evaluations/evaluate-prompt"
import { idempotencyKey, refuseReusedKey } from "../../../../../../utils/idempotency-key"
import { uuidParam } from "../../../../../../utils/path-param"
import { withParams } from "../../../../../../utils/with-params"
import type { EvaluatePromptType, ListEvaluationsType } from "./validators"

/** The campaign's evaluations, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListEvaluationsType>,
  res: MedusaResponse<EvaluationPageDTO>
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const { test_set_id = null, offset, limit } = req.validatedQuery
  const { evaluations } = resolvePlayground(req.scope).verdict
  res.json(await evaluations.list({ campaign_id: campaign.id, test_set_id }, { offset, limit }))
}

/** Runs a prompt against a test set. 202: committed, to be drafted by the workers. */
export const POST = withParams(
  async (
    req: AuthenticatedMedusaRequest<EvaluatePromptType>,
    res: MedusaResponse<
      { evaluation: EvaluationDetailDTO } | { type: string; message: string; code: string }
    >
  ) => {
    const { test_set_id, step_index, custom_prompt, prompt_id, thresholds } = req.validatedBody
    const { result } = await evaluatePromptWorkflow(req.scope).run({
      input: {
        campaign_id: uuidParam(req, "campaign_id"),
        test_set_id,
        step_index,
        custom_prompt: custom_prompt ?? null,
        prompt_id: prompt_id ?? null,
        thresholds: thresholds ?? {},
        idempotency_key: idempotencyKey(req),
        created_by: req.auth_context.actor_id,
      },
      context: { requestId: req.requestId },
    })
    if (result.outcome === "conflict") {
      refuseReusedKey(res, result.batch_id)
      return
    }
    res.status(202).json({ evaluation: result.evaluation })
  }
)
