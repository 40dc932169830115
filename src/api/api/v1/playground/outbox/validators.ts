import { z } from "@medusajs/framework/zod"
import { pageParam } from "../../../../utils/page"

/** Query of `GET /playground/outbox`. */
export const ListOutboxMails = z.strictObject({ ...pageParam() })

export type ListOutboxMailsType = z.infer<typeof ListOutboxMails>
