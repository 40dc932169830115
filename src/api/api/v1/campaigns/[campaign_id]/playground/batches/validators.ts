import { z } from "@medusajs/framework/zod"
import { pageParam, wholeNumber } from "../../../../../../utils/page"

/** Query of `GET …/playground/batches`. */
export const ListDraftBatches = z.strictObject({
  step_index: wholeNumber(1, 32).optional(),
  ...pageParam(),
})

export type ListDraftBatchesType = z.infer<typeof ListDraftBatches>
