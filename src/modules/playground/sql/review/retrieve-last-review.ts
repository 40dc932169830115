import { queryRows, type Db } from "../../../../persistence/db"

/** When an approval of the lead was last given or taken away; the present where none ever was. */
export async function retrieveLastReview(
  db: Db,
  input: { campaign_id: string; campaign_lead_id: string }
): Promise<Date> {
  const [row] = await queryRows<{ at: Date }>(
    db,
    `select coalesce(max(event.created_at), now()) as at from playground_review_event as event
      where event.campaign_id = $1 and event.campaign_lead_id = $2 and event.action <> 'reject'`,
    [input.campaign_id, input.campaign_lead_id]
  )
  return row?.at ?? new Date()
}
