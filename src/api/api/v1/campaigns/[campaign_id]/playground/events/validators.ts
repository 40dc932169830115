import { z } from "@medusajs/framework/zod"

/** Query of `GET …/playground/events`. */
export const FollowDraftBatch = z.strictObject({ batch_id: z.uuid() })

export type FollowDraftBatchType = z.infer<typeof FollowDraftBatch>
