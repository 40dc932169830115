import { z } from "@medusajs/framework/zod"
import { uuid } from "../../../../../../utils/uuid"
import { leadIds } from "../../../../../../utils/lead-ids"

/** Body of `POST …/playground/retry`. */
export const RetryDrafts = z.strictObject({
  batch_id: uuid(),
  campaign_lead_ids: leadIds().optional(),
})

export type RetryDraftsType = z.infer<typeof RetryDrafts>
