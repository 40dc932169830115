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
  const { campaign_id = null, offset, limit } = req.validatedQuery
  const page = { campaign_id, offset, limit }
  const [mails, count] = await resolveDelivery(req.scope).listOutboxMails(page)
  res.json({ mails, count, offset, limit })
}
