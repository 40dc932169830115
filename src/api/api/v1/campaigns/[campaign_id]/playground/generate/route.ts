import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { CreatedDraftBatchDTO } from "../../../../../../../modules/playground"
import { generateDraftsWorkflow } from "../../../../../../../workflows/drafts/generate-drafts"
import { idempotencyKey, refuseReusedKey } from "../../../../../../utils/idempotency-key"
import { uuidParam } from "../../../../../../utils/path-param"
import type { GenerateDraftsType } from "./validators"
import { withParams } from "../../../../../../utils/with-params"

/** Commits a batch with one draft task per lead. 202: committed, to be drafted by the workers. */
export const POST = withParams(
  async (
    req: AuthenticatedMedusaRequest<GenerateDraftsType>,
    res: MedusaResponse<CreatedDraftBatchDTO | { type: string; message: string; code: string }>
  ) => {
    const campaign_id = uuidParam(req, "campaign_id")
    const { step_index, custom_prompt, campaign_lead_ids, ...selection } = req.validatedBody
    const { result } = await generateDraftsWorkflow(req.scope).run({
      input: {
        campaign_id,
        step_index,
        ...selection,
        custom_prompt: custom_prompt ?? null,
        campaign_lead_ids: campaign_lead_ids ?? null,
        idempotency_key: idempotencyKey(req),
        requested_by: req.auth_context.actor_id,
      },
      context: { requestId: req.requestId },
    })
    if (result.outcome === "conflict") {
      refuseReusedKey(res, result.batch_id)
      return
    }
    res.status(202).json(result.batch)
  }
)
