import { z } from "@medusajs/framework/zod"
import { uuid } from "../../../../../../utils/uuid"

/** Body of `POST …/playground/cancel`. */
export const CancelDrafts = z.strictObject({ batch_id: uuid() })

export type CancelDraftsType = z.infer<typeof CancelDrafts>
