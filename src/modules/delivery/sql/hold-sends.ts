import { queryRows, type Db } from "../../../persistence/db"
import { defaultFromOf, holdReason, PASSING_REASONS, type DefaultSenders } from "./hold-reason"
import type { SourceViews } from "./source-views"

/**
 * Takes scheduled sends off the list that must not go any more and will not by themselves: suppressed,
 * withdrawn, replied, no longer approved as they were. They are shown as cancelled with that reason,
 * and pressing Send looks at them again. `takeSends` passes
 * them over all the same, but looks only so far ahead.
 */
export async function holdSends(
  db: Db,
  input: {
    /** Null: of all campaigns. */
    campaign_id: string | null
    views: SourceViews
    defaultSenders: DefaultSenders
    limit: number
  }
): Promise<{ id: string; campaign_id: string }[]> {
  const reason = `case when email.campaign_lead_id is null then 'not_approved'
         when email.content_hash <> send.content_hash then 'content_changed'
         when lower(lead.email) <> lower(send.recipient) then 'lead_changed'
         else ${holdReason({ actor: "send.scheduled_by", defaultFrom: defaultFromOf("$1") })} end`
  return queryRows<{ id: string; campaign_id: string }>(
    db,
    `with held as (
       select send.id, ${reason} as reason
         from delivery_send as send
         join delivery_campaign as sending on sending.campaign_id = send.campaign_id
         left join playground_sendable_email as email
           on email.campaign_lead_id = send.campaign_lead_id and email.step_index = send.step_index
         left join ${input.views.lead} as lead
           on lead.campaign_lead_id = send.campaign_lead_id and lead.step_index = send.step_index
          and lead.campaign_id = send.campaign_id
         left join ${input.views.sender} as sender
           on sender.sender_profile_id = email.sender_profile_id
        where send.status = 'scheduled' and ($4::uuid is null or send.campaign_id = $4)
          and ${reason} <> all ($2::text[])
        order by send.campaign_id, send.due_at, send.id limit $3
     )
     update delivery_send as send
        set status = 'cancelled', error_code = held.reason, error_message = null,
            lease_token = null, updated_at = clock_timestamp()
       from held
      where send.id = held.id and send.status = 'scheduled'
     returning send.id, send.campaign_id`,
    [JSON.stringify(input.defaultSenders), PASSING_REASONS, input.limit, input.campaign_id]
  )
}
