import { z } from "@medusajs/framework/zod"
import { uuid } from "../../../../../../utils/uuid"

/** As many as a batch holds. */
const MAX_DRAFTS = 200

/** Body of `POST …/playground/approve`: the drafts are named one by one. */
export const ApproveDrafts = z.strictObject({
  batch_id: uuid(),
  draft_ids: z
    .array(uuid())
    .min(1)
    .max(MAX_DRAFTS)
    .refine((ids) => new Set(ids).size === ids.length, "expected each draft once"),
})

export type ApproveDraftsType = z.infer<typeof ApproveDrafts>
