import { queryRows, type Db } from "../../../persistence/db"
import { defaultFromOf, holdReason, type DefaultSenders } from "./hold-reason"
import { dayStart, isInWindow } from "./sending-window"
import type { SourceViews } from "./source-views"

export interface TakeSendsInput {
  campaign_id: string
  views: SourceViews
  /** Most that the caller can hand over at once. */
  limit: number
  leaseMs: number
  /** The transport of campaigns that name none. */
  transport: string
  defaultSenders: DefaultSenders
}

/** A mail in flight, with all that goes into it. */
export interface TakenSendRow {
  id: string
  campaign_id: string
  campaign_lead_id: string
  step_index: number
  attempt: number
  lease_token: string
  transport: string
  message_id: string
  recipient: string
  recipient_name: string | null
  from_address: string
  from_name: string | null
  subject: string
  body: string
  footer: string
  html: boolean
}

/** How many due sends are looked at beyond those that there is room for: those of one domain may wait. */
const LOOK_AHEAD = 200

/**
 * Takes mails in flight, as many as the campaign may send at this instant and the caller can hand over.
 * Must follow `lockForTaking` in the same transaction: that makes takers of a campaign wait for each
 * other, and this statement count what they took.
 *
 * Approval, lead and campaign are looked at where they stand, and stay locked until this commits: a
 * withdrawal that has answered before it is seen, one that comes later finds the mail in flight. What
 * is held back takes its place in the order all the same: where nothing was taken, `holdSends` makes
 * room.
 *
 * Approval and lead are joined one after the other: as one join of eight tables the statement took 35 ms
 * to plan and 7 to run.
 */
export async function takeSends(transaction: Db, input: TakeSendsInput): Promise<TakenSendRow[]> {
  const { views } = input
  const defaultFrom = defaultFromOf("$5")
  const reason = holdReason({ actor: "email.scheduled_by", defaultFrom })
  return queryRows<TakenSendRow>(
    transaction,
    `with moment as (select statement_timestamp() as now),
     sending as (
       select sending.*, moment.now, coalesce(sending.transport, $4) as chosen_transport,
              sending.min_interval_seconds + sending.jitter_seconds > 0 as is_spaced
         from delivery_campaign as sending, moment
        where sending.campaign_id = $1 and sending.status = 'running'
          and sending.next_send_at <= moment.now and ${isInWindow("moment.now")}
     ), taken_today as (
       select count(*) as count from (
         select from sending join delivery_send as send on send.campaign_id = sending.campaign_id
          where sending.daily_limit is not null
            and send.status in ('in_flight', 'accepted', 'unknown')
            and send.taken_at >= ${dayStart("sending.now")}
          limit (select daily_limit from sending)) as send
     ), room as (
       select greatest(0, least($2::integer, case when is_spaced then 1 else $2 end,
                                daily_limit - taken_today.count))::integer as count
         from sending, taken_today
     ), domain as (
       select send.recipient_domain as name, count(*) as count
         from sending join delivery_send as send on send.campaign_id = sending.campaign_id
        where sending.per_domain_hourly_limit is not null
          and send.status in ('in_flight', 'accepted', 'unknown')
          and send.taken_at > sending.now - interval '1 hour'
        group by send.recipient_domain
     ), due as materialized (
       select send.id, send.due_at, send.recipient_domain from delivery_send as send
        where send.campaign_id = $1 and send.status = 'scheduled'
          and send.due_at <= (select sending.now from sending)
          and send.recipient_domain <> all (array(
                select domain.name from domain, sending
                 where domain.count >= sending.per_domain_hourly_limit))
        order by send.due_at, send.id
        limit (select case when room.count = 0 then 0 else room.count + ${LOOK_AHEAD} end from room)
     ), ranked as (
       select due.*, row_number() over
                (partition by due.recipient_domain order by due.due_at, due.id)
                + coalesce(domain.count, 0) as place
         from due left join domain on domain.name = due.recipient_domain
     ), chosen as (
       select ranked.id from ranked, sending
        where sending.per_domain_hourly_limit is null
           or ranked.place <= sending.per_domain_hourly_limit
        order by ranked.due_at, ranked.id limit (select count from room)
     ), approved as materialized (
       select send.id, send.campaign_id, send.campaign_lead_id, send.step_index, send.recipient,
              send.scheduled_by, send.footer, email.subject, email.body, email.sender_profile_id,
              email.approved_by, email.is_lead_changed
         from chosen join delivery_send as send on send.id = chosen.id
         join playground_sendable_email as email
           on email.campaign_lead_id = send.campaign_lead_id and email.step_index = send.step_index
          and email.content_hash = send.content_hash
        where send.status = 'scheduled' for update of send for share of email
     ), reachable as materialized (
       select approved.id, lead.campaign_lead_id, lead.is_active, lead.email, lead.name,
              lead.email_consent
         from approved join ${views.lead} as lead
           on lead.campaign_lead_id = approved.campaign_lead_id
          and lead.step_index = approved.step_index and lead.campaign_id = approved.campaign_id
          and lower(lead.email) = lower(approved.recipient) for share of lead
     ), ready as (
       select email.id, sending.now, sending.chosen_transport, sending.html, email.subject, email.body,
              lead.email as recipient, lead.name as recipient_name, email.footer,
              coalesce(sender.email, ${defaultFrom}) as from_address,
              case when sender.email is not null then sender.name end as from_name
         from sending cross join approved as email join reachable as lead on lead.id = email.id
         left join ${views.sender} as sender on sender.sender_profile_id = email.sender_profile_id
        where ${reason} is null
     ), taken as (
       update delivery_send as send
          set status = 'in_flight', attempt = send.attempt + 1, lease_token = gen_random_uuid(),
              lease_until = ready.now + $3 * interval '1 millisecond', taken_at = ready.now,
              transport = ready.chosen_transport, updated_at = ready.now,
              error_code = null, error_message = null, is_final_error = false,
              message_id = coalesce(send.message_id,
                '<' || send.id || '@' || lower(split_part(ready.from_address, '@', 2)) || '>')
         from ready
        where send.id = ready.id
       returning send.id, send.campaign_id, send.campaign_lead_id, send.step_index, send.attempt,
                 send.lease_token, send.transport, send.message_id, ready.recipient,
                 ready.recipient_name, ready.from_address, ready.from_name, ready.subject, ready.body,
                 ready.footer, ready.html
     ), paced as (
       update delivery_campaign as campaign
          set next_send_at = sending.now + interval '1 second'
                * (sending.min_interval_seconds + random() * sending.jitter_seconds)
         from sending
        where campaign.campaign_id = sending.campaign_id and sending.is_spaced
          and exists (select from taken)
     )
     select taken.* from taken`,
    [
      input.campaign_id,
      input.limit,
      input.leaseMs,
      input.transport,
      JSON.stringify(input.defaultSenders),
    ]
  )
}
