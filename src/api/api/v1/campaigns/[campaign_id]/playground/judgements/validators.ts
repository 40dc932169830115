import { z } from "@medusajs/framework/zod"
import { pageParam } from "../../../../../../utils/page"
import { uuid } from "../../../../../../utils/uuid"

/** Query of `GET …/playground/judgements`. */
export const ListJudgements = z.strictObject({
  batch_id: uuid(),
  ...pageParam({ defaultLimit: 200 }),
})

export type ListJudgementsType = z.infer<typeof ListJudgements>
