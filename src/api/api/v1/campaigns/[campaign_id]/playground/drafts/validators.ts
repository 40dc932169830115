import { z } from "@medusajs/framework/zod"
import { pageParam } from "../../../../../../utils/page"

/** Query of `GET …/playground/drafts`. */
export const GetDrafts = z.strictObject({
  batch_id: z.uuid(),
  ...pageParam({ defaultLimit: 200, maxLimit: 200 }),
})

export type GetDraftsType = z.infer<typeof GetDrafts>
