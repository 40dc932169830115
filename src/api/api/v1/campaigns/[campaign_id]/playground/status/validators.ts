import { z } from "@medusajs/framework/zod"

/** Query of `GET …/playground/status`. */
export const GetDraftBatchStatus = z.strictObject({
  batch_id: z.uuid().optional(),
})

export type GetDraftBatchStatusType = z.infer<typeof GetDraftBatchStatus>
