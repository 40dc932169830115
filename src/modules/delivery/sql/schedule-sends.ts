import { queryRows, type Db } from "../../../persistence/db"
import { defaultFromOf, holdReason, type DefaultSenders, type HoldReason } from "./hold-reason"
import type { SourceViews } from "./source-views"

export interface StepSendsInput {
  campaign_id: string
  step_index: number
  /** Null: all that are approved. */
  campaign_lead_ids: readonly string[] | null
  views: SourceViews
  /** The host's actor id of who presses Send. */
  actor: string
  defaultSenders: DefaultSenders
}

/** How many approved mails there are with each reason; a null reason is ready. */
export interface ReadinessRow {
  reason: HoldReason | null
  count: number
}

/**
 * What of a step could be scheduled now, and why the rest could not. What is scheduled, in flight or
 * sent already is in neither.
 */
export async function countReadiness(db: Db, input: StepSendsInput): Promise<ReadinessRow[]> {
  return queryRows<ReadinessRow>(
    db,
    `with ${READY}
     select ready.reason, count(*)::integer as count from ready
      group by ready.reason order by count(*) desc, ready.reason`.replace("/*views*/", join(input)),
    parameters(input)
  )
}

/**
 * Schedules what is ready, due once the time for an undo is over, and counts it beside what is held
 * back. A follow-up falls due when the steps before it were accepted: see `setFollowUpsDue`. Must
 * follow `lockCampaign` in the same transaction.
 */
export async function scheduleSends(
  transaction: Db,
  input: StepSendsInput
): Promise<ReadinessRow[]> {
  return queryRows<ReadinessRow>(
    transaction,
    `with ${READY}, scheduled as (
       insert into delivery_send as send
         (campaign_id, campaign_lead_id, step_index, content_hash, footer, recipient, recipient_hash,
          recipient_domain, language, delay_days, scheduled_by, due_at)
       select ready.campaign_id, ready.campaign_lead_id, ready.step_index, ready.content_hash,
              ready.footer, ready.email,
              encode(sha256(convert_to(lower(ready.email), 'UTF8')), 'hex'),
              lower(split_part(ready.email, '@', 2)), ready.language, ready.delay_days, $4::text,
              case when ready.follows then 'infinity'
                   else statement_timestamp() + ready.undo_seconds * interval '1 second' end
         from ready where ready.reason is null
        order by ready.campaign_lead_id
       on conflict (campaign_lead_id, step_index) do update
          set status = 'scheduled', campaign_id = excluded.campaign_id,
              content_hash = excluded.content_hash, footer = excluded.footer,
              recipient = excluded.recipient, recipient_hash = excluded.recipient_hash,
              recipient_domain = excluded.recipient_domain, language = excluded.language,
              delay_days = excluded.delay_days, scheduled_by = excluded.scheduled_by,
              scheduled_at = clock_timestamp(), due_at = excluded.due_at, attempt = 0,
              error_code = null, error_message = null, is_final_error = false, lease_token = null,
              updated_at = clock_timestamp()
        where send.status in ('cancelled', 'rejected')
       returning send.id
     ), told as (
       insert into delivery_event (campaign_id, action, actor, details)
       select $1::uuid, 'schedule', $4::text,
              jsonb_build_object('step_index', $2::integer, 'count', count(*))
         from scheduled having count(*) > 0
     )
     select null as reason, count(*)::integer as count from scheduled
     union all
     select held.reason, held.count from (
       select ready.reason, count(*)::integer as count from ready
        where ready.reason is not null
        group by ready.reason order by count(*) desc, ready.reason) as held`.replace(
      "/*views*/",
      join(input)
    ),
    parameters(input)
  )
}

/** Until when what is scheduled in this transaction can be taken back. */
export async function readUndoUntil(transaction: Db, campaign_id: string): Promise<Date | null> {
  const [row] = await queryRows<{ at: Date }>(
    transaction,
    `select now() + sending.undo_seconds * interval '1 second' as at
       from delivery_campaign as sending where sending.campaign_id = $1`,
    [campaign_id]
  )
  return row?.at ?? null
}

const parameters = (input: StepSendsInput) => [
  input.campaign_id,
  input.step_index,
  input.campaign_lead_ids,
  input.actor,
  JSON.stringify(input.defaultSenders),
]

const join = ({ views }: StepSendsInput) => `
         left join ${views.lead} as lead
           on lead.campaign_lead_id = email.campaign_lead_id and lead.step_index = email.step_index
          and lead.campaign_id = email.campaign_id
         left join ${views.sender} as sender on sender.sender_profile_id = email.sender_profile_id`

/** Of the mails that a transport refused for good, those named one by one are tried again. */
const READY = `ready as (
       select email.campaign_id, email.campaign_lead_id, email.step_index, email.content_hash,
              lead.email, lead.language, lead.delay_days, sending.footer,
              coalesce(sending.undo_seconds, 30) as undo_seconds,
              exists (select from delivery_send as earlier
                       where earlier.campaign_lead_id = email.campaign_lead_id
                         and earlier.step_index < email.step_index
                         and earlier.status <> 'cancelled') as follows,
              coalesce(${holdReason({ actor: "$4::text", defaultFrom: defaultFromOf("$5") })},
                case when send.status = 'unknown' then 'unknown'
                     when send.status = 'rejected' and send.is_final_error and $3::uuid[] is null
                     then 'rejected'
                     when exists (select from delivery_send as earlier
                                   where earlier.campaign_lead_id = email.campaign_lead_id
                                     and earlier.step_index < email.step_index
                                     and earlier.status = 'rejected')
                     then 'previous_step_rejected' end) as reason
         from playground_sendable_email as email
         left join delivery_campaign as sending on sending.campaign_id = email.campaign_id
         /*views*/
         left join delivery_send as send
           on send.campaign_lead_id = email.campaign_lead_id and send.step_index = email.step_index
        where email.campaign_id = $1 and email.step_index = $2
          and ($3::uuid[] is null or email.campaign_lead_id = any ($3::uuid[]))
          and (send.id is null or send.status in ('cancelled', 'rejected', 'unknown'))
     )`
