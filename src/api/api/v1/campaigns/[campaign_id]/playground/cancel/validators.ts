import { z } from "@medusajs/framework/zod"

/** Body of `POST …/playground/cancel`. */
export const CancelDrafts = z.strictObject({ batch_id: z.uuid() })

export type CancelDraftsType = z.infer<typeof CancelDrafts>
