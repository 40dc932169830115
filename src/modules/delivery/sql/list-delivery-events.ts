import { queryRows, type Db } from "../../../persistence/db"
import type { SendingEventDTO } from "../types/dtos"

/**
 * A page of what was done to a campaign's sending, newest first. Whom it concerns is read from the
 * lead's sends: events hold ids alone, so that nothing has to be taken from them.
 */
export async function listDeliveryEvents(
  db: Db,
  input: { campaign_id: string; offset: number; limit: number }
): Promise<SendingEventDTO[]> {
  return queryRows<SendingEventDTO>(
    db,
    `with page as (
       select event.*, coalesce((event.details ->> 'campaign_lead_id')::uuid, send.campaign_lead_id)
                as lead_id,
              coalesce((event.details ->> 'step_index')::integer, send.step_index) as step_index
         from delivery_event as event
         left join delivery_send as send on send.id = event.send_id
        where event.campaign_id = $1 order by event.id desc offset $2 limit $3
     )
     select page.id::text as id, page.action, page.actor, page.created_at, page.step_index,
            (page.details ->> 'count')::integer as count, page.details ->> 'reason' as reason,
            page.details ->> 'as' as "as", page.details -> 'changed' as changed, page.send_id,
            page.lead_id as campaign_lead_id,
            (select max(send.recipient) from delivery_send as send
              where send.campaign_lead_id = page.lead_id) as recipient
       from page order by page.id desc`,
    [input.campaign_id, input.offset, input.limit]
  )
}

export async function countDeliveryEvents(db: Db, campaign_id: string): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    `select count(*)::integer as count from delivery_event as event where event.campaign_id = $1`,
    [campaign_id]
  )
  return row?.count ?? 0
}
