import { z } from "@medusajs/framework/zod"
import { pageParam } from "../../../../../../utils/page"
import { uuid } from "../../../../../../utils/uuid"

/** Body of `POST …/playground/judge`. */
export const RequestJudging = z.strictObject({ batch_id: uuid() })

export type RequestJudgingType = z.infer<typeof RequestJudging>

/** Query of `GET …/playground/judge`. */
export const ReadJudging = z.strictObject({
  batch_id: uuid(),
  ...pageParam({ defaultLimit: 200 }),
})

export type ReadJudgingType = z.infer<typeof ReadJudging>
