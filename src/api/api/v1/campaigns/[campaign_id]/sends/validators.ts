import { z } from "@medusajs/framework/zod"
import { RESOLUTIONS, SEND_STATUSES } from "../../../../../../modules/delivery"
import { pageParam, wholeNumber } from "../../../../../utils/page"

/** Query of `GET …/sends`. */
export const ListSends = z.strictObject({
  status: z.enum(SEND_STATUSES).optional(),
  step_index: wholeNumber(1, 32).optional(),
  ...pageParam(),
})

/** Body of `POST …/sends/{send_id}/resolve`. */
export const ResolveSend = z.strictObject({ as: z.enum(RESOLUTIONS) })

export type ListSendsType = z.infer<typeof ListSends>
export type ResolveSendType = z.infer<typeof ResolveSend>
