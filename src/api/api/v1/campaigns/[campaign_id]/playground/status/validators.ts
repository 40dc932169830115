import { z } from "@medusajs/framework/zod"
import { uuid } from "../../../../../../utils/uuid"

/** Query of `GET …/playground/status`. */
export const GetDraftBatchStatus = z.strictObject({
  batch_id: uuid().optional(),
})

export type GetDraftBatchStatusType = z.infer<typeof GetDraftBatchStatus>
