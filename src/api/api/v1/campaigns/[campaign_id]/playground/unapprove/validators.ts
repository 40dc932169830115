import { z } from "@medusajs/framework/zod"
import { draftIds } from "../../../../../../utils/draft-ids"

/** Body of `POST …/playground/unapprove`. */
export const UnapproveDrafts = z.strictObject(draftIds())

export type UnapproveDraftsType = z.infer<typeof UnapproveDrafts>
