import { z } from "@medusajs/framework/zod"
import { draftIds } from "../../../../../../utils/draft-ids"
import { textUpTo } from "../../../../../../../validation/text"

/** Body of `POST …/playground/reject`. */
export const RejectDrafts = z.strictObject({ ...draftIds(), reason: textUpTo(1000).nullish() })

export type RejectDraftsType = z.infer<typeof RejectDrafts>
