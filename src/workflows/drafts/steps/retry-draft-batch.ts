import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolvePlayground } from "../../common/resolve-modules"

/** What `POST …/playground/retry` asks for. */
export interface RetryDraftsInput {
  campaign_id: string
  batch_id: string
  /** Null: all that failed. */
  campaign_lead_ids: string[] | null
}

/** Without a way back: a task that runs again may have been claimed already. */
export const retryDraftBatchStep = createStep(
  "retry-draft-batch",
  async ({ campaign_id, batch_id, campaign_lead_ids }: RetryDraftsInput, { container }) =>
    new StepResponse(
      await resolvePlayground(container).retryDraftBatch(campaign_id, batch_id, campaign_lead_ids)
    )
)
