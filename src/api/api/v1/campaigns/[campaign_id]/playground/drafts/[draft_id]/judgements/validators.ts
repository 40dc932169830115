import { z } from "@medusajs/framework/zod"
import { nameUpTo } from "../../../../../../../../../validation/text"

/** Body of `POST …/playground/drafts/{draft_id}/judgements`. */
export const JudgeDraft = z.strictObject({
  score: z.number().int().min(1).max(5).nullable().optional(),
  verdict: z.enum(["good", "bad"]).nullable().optional(),
  reasons: z.array(nameUpTo(200)).max(10).optional(),
})

export type JudgeDraftType = z.infer<typeof JudgeDraft>
