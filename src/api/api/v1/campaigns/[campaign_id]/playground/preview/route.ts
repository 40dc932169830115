import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DraftPreviewDTO } from "../../../../../../../modules/playground"
import { previewDraft } from "../../../../../../../workflows/drafts/preview-draft"
import { uuidParam } from "../../../../../../utils/path-param"
import type { PreviewDraftType } from "./validators"
import { withParams } from "../../../../../../utils/with-params"

/** What generating would send for one lead, and what a batch would cost. Spends nothing. */
export const POST = withParams(
  async (
    req: AuthenticatedMedusaRequest<PreviewDraftType>,
    res: MedusaResponse<DraftPreviewDTO>
  ) => {
    const { campaign_lead_id, custom_prompt, campaign_lead_ids, ...body } = req.validatedBody
    res.json(
      await previewDraft(req.scope, {
        ...body,
        campaign_id: uuidParam(req, "campaign_id"),
        campaign_lead_id: campaign_lead_id ?? null,
        custom_prompt: custom_prompt ?? null,
        campaign_lead_ids: campaign_lead_ids ?? null,
      })
    )
  }
)
