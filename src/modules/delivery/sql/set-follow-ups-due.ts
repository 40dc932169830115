import { queryRows, type Db } from "../../../persistence/db"
import { daysLater } from "./sending-window"

/**
 * Lets scheduled follow-ups fall due whose earlier steps have all been accepted: `delay_days` of
 * the campaign's own after the last of them. Answers their campaigns. What somebody else has just locked is left for the next time.
 *
 * @param campaign_lead_ids null: of all leads
 */
export async function setFollowUpsDue(
  db: Db,
  campaign_lead_ids: readonly string[] | null
): Promise<{ campaign_id: string }[]> {
  return queryRows<{ campaign_id: string }>(
    db,
    `with before as (
       select send.id, max(earlier.accepted_at) as accepted_at
         from delivery_send as send
         join delivery_send as earlier
           on earlier.campaign_lead_id = send.campaign_lead_id
          and earlier.step_index < send.step_index and earlier.status <> 'cancelled'
        where send.status = 'scheduled' and send.due_at = 'infinity'
          and ($1::uuid[] is null or send.campaign_lead_id = any ($1::uuid[]))
        group by send.id having bool_and(earlier.status = 'accepted')
     ), alone as (
       select send.id from delivery_send as send
        where send.status = 'scheduled' and send.due_at = 'infinity'
          and ($1::uuid[] is null or send.campaign_lead_id = any ($1::uuid[]))
          and not exists (select from delivery_send as earlier
                           where earlier.campaign_lead_id = send.campaign_lead_id
                             and earlier.step_index < send.step_index
                             and earlier.status <> 'cancelled')
     ), due as (
       select before.id, before.accepted_at from before
       union all select alone.id, null from alone
     ), locked as (
       select send.id from delivery_send as send
        where send.id in (select due.id from due)
        order by send.id for update skip locked
     )
     update delivery_send as send
        set due_at = greatest(clock_timestamp(),
              coalesce(${daysLater("due.accepted_at", "send.delay_days")}, clock_timestamp())),
            updated_at = clock_timestamp()
       from due join locked on locked.id = due.id, delivery_campaign as sending
      where send.id = due.id and sending.campaign_id = send.campaign_id and send.status = 'scheduled' and send.due_at = 'infinity'
     returning send.campaign_id`,
    [campaign_lead_ids]
  )
}
