import { queryRows, type Db } from "../../../persistence/db"
import { defaultFromOf, holdReason, type DefaultSenders } from "./hold-reason"
import { daysLater } from "./sending-window"
import type { SourceViews } from "./source-views"

/**
 * Schedules the next approved step of leads whose step before was accepted, as the person who sent that
 * one. Only where nothing holds it back, and where it never had a send: what was cancelled stays so.
 * Answers the campaigns. Takes no campaign's lock: what it makes is due later, and a pause or a cancel
 * that comes at the same time is looked at again when it is taken.
 */
export async function scheduleFollowUps(
  db: Db,
  input: { views: SourceViews; defaultSenders: DefaultSenders; limit: number }
): Promise<{ campaign_id: string }[]> {
  return queryRows<{ campaign_id: string }>(
    db,
    `insert into delivery_send
       (campaign_id, campaign_lead_id, step_index, content_hash, footer, recipient, recipient_hash,
        recipient_domain, language, delay_days, scheduled_by, due_at)
     select email.campaign_id, email.campaign_lead_id, email.step_index, email.content_hash,
            sending.footer, lead.email, encode(sha256(convert_to(lower(lead.email), 'UTF8')), 'hex'),
            lower(split_part(lead.email, '@', 2)), lead.language, lead.delay_days,
            before.scheduled_by,
            greatest(clock_timestamp() + sending.undo_seconds * interval '1 second',
                     ${daysLater("before.accepted_at", "lead.delay_days")})
       from delivery_campaign as sending
       join playground_sendable_email as email on email.campaign_id = sending.campaign_id
       join ${input.views.lead} as lead
         on lead.campaign_lead_id = email.campaign_lead_id and lead.step_index = email.step_index
        and lead.campaign_id = email.campaign_id
       left join ${input.views.sender} as sender
         on sender.sender_profile_id = email.sender_profile_id
       cross join lateral (
         select earlier.scheduled_by, earlier.accepted_at, earlier.status
           from delivery_send as earlier
          where earlier.campaign_lead_id = email.campaign_lead_id
            and earlier.step_index < email.step_index and earlier.status <> 'cancelled'
          order by earlier.step_index desc limit 1) as before
      where sending.status = 'running' and email.step_index > 1 and before.status = 'accepted'
        and not exists (select from delivery_send as send
                         where send.campaign_lead_id = email.campaign_lead_id
                           and send.step_index = email.step_index)
        and ${holdReason({ actor: "before.scheduled_by", defaultFrom: defaultFromOf("$1") })} is null
      order by email.campaign_lead_id, email.step_index limit $2
     on conflict (campaign_lead_id, step_index) do nothing
     returning campaign_id`,
    [JSON.stringify(input.defaultSenders), input.limit]
  )
}
