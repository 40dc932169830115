import { z } from "@medusajs/framework/zod"
import { uuid } from "../../../../../../utils/uuid"

/** Query of `GET …/playground/events`. */
export const FollowDraftBatch = z.strictObject({ batch_id: uuid() })

export type FollowDraftBatchType = z.infer<typeof FollowDraftBatch>
