import { z } from "@medusajs/framework/zod"
import { draftIds } from "../../../../../../utils/draft-ids"

/** Body of `POST …/playground/approve`. */
export const ApproveDrafts = z.strictObject(draftIds())

export type ApproveDraftsType = z.infer<typeof ApproveDrafts>
