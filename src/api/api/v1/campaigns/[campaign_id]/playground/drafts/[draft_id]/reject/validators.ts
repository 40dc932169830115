import { z } from "@medusajs/framework/zod"
import { textUpTo } from "../../../../../../../../../validation/text"

/** Body of `POST …/playground/drafts/{draft_id}/reject`. */
export const RejectDraft = z.strictObject({ reason: textUpTo(1000).nullish() })

export type RejectDraftType = z.infer<typeof RejectDraft>
