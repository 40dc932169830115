import { z } from "@medusajs/framework/zod"
import { uuid } from "../../../../../../utils/uuid"
import { pageParam } from "../../../../../../utils/page"

/** Query of `GET …/playground/drafts`. */
export const GetDrafts = z.strictObject({
  batch_id: uuid(),
  ...pageParam({ defaultLimit: 200, maxLimit: 200 }),
})

export type GetDraftsType = z.infer<typeof GetDrafts>
