import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { OutboxMailDTO } from "../../../../../modules/delivery"
import { resolveDelivery } from "../../../../../workflows/common/resolve-modules"
import type { ListOutboxMailsType } from "./validators"

interface OutboxPage {
  mails: OutboxMailDTO[]
  count: number
  offset: number
  limit: number
}

/** What the transport `outbox` keeps, newest first: mails as they would arrive. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListOutboxMailsType>,
  res: MedusaResponse<OutboxPage>
) => {
  const { offset, limit } = req.validatedQuery
  const [mails, count] = await resolveDelivery(req.scope).listOutboxMails({ offset, limit })
  res.json({ mails, count, offset, limit })
}
