import { z } from "@medusajs/framework/zod"
import { pageParam } from "../../../../utils/page"
import { uuid } from "../../../../utils/uuid"

/** Query of `GET /playground/outbox`. */
export const ListOutboxMails = z.strictObject({
  campaign_id: uuid().optional(),
  ...pageParam(),
})

export type ListOutboxMailsType = z.infer<typeof ListOutboxMails>
