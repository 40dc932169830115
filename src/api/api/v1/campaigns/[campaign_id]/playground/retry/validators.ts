import { z } from "@medusajs/framework/zod"
import { leadIds } from "../../../../../../utils/lead-ids"

/** Body of `POST …/playground/retry`. */
export const RetryDrafts = z.strictObject({
  batch_id: z.uuid(),
  campaign_lead_ids: leadIds().optional(),
})

export type RetryDraftsType = z.infer<typeof RetryDrafts>
