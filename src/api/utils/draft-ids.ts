import { z } from "@medusajs/framework/zod"
import { uuid } from "./uuid"

/** As many as a batch holds. */
const MAX_DRAFTS = 200

/** Drafts of one batch, named one by one, as the members of a body. */
export const draftIds = () => ({
  batch_id: uuid(),
  draft_ids: z
    .array(uuid())
    .min(1)
    .max(MAX_DRAFTS)
    .refine((ids) => new Set(ids).size === ids.length, "expected each draft once"),
})
