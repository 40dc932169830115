import { z } from "@medusajs/framework/zod"
import { pageParam } from "../../../../../../utils/page"
import { uuid } from "../../../../../../utils/uuid"

/** Query of `GET …/playground/checks`. */
export const CheckBatch = z.strictObject({ batch_id: uuid(), ...pageParam({ defaultLimit: 200 }) })

export type CheckBatchType = z.infer<typeof CheckBatch>
