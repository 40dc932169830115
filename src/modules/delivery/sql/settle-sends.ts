import { queryRows, type Db } from "../../../persistence/db"

/** One attempt, known by its token. */
export interface Attempt {
  id: string
  lease_token: string
}

export interface SettledRow {
  id: string
  campaign_id: string
  campaign_lead_id: string
  step_index: number
}

/**
 * Writes that the transport took these mails, where the attempt is still the send's own. A late answer
 * turns `unknown` into the truth, unless a person has decided meanwhile.
 */
export async function acceptSends(
  db: Db,
  accepted: readonly (Attempt & { transport_message_id: string | null })[]
): Promise<SettledRow[]> {
  return queryRows<SettledRow>(
    db,
    `with own as (
       select send.id, given.transport_message_id
         from unnest($1::uuid[], $2::uuid[], $3::text[]) as given (id, token, transport_message_id)
         join delivery_send as send on send.id = given.id and send.lease_token = given.token
        where send.status in ('in_flight', 'unknown')
        order by send.id for update of send
     )
     update delivery_send as send
        set status = 'accepted', accepted_at = clock_timestamp(), lease_token = null,
            lease_until = null, transport_message_id = own.transport_message_id,
            error_code = null, error_message = null, is_final_error = false,
            updated_at = clock_timestamp()
       from own where send.id = own.id
     returning send.id, send.campaign_id, send.campaign_lead_id, send.step_index`,
    [
      accepted.map(({ id }) => id),
      accepted.map(({ lease_token }) => lease_token),
      accepted.map(({ transport_message_id }) => transport_message_id),
    ]
  )
}

export interface RejectedAttempt extends Attempt {
  code: string
  message: string
  /** Trying again cannot help. */
  isFinal: boolean
  maxAttempts: number
  /** How long until it is tried again, in ms. */
  backoffMs: number
}

/** Writes that the transport said no before it took the mail: tried again later, or given up. */
export async function rejectSend(
  db: Db,
  rejected: RejectedAttempt
): Promise<(SettledRow & { status: "scheduled" | "rejected" }) | null> {
  const [row] = await queryRows<SettledRow & { status: "scheduled" | "rejected" }>(
    db,
    `update delivery_send as send
        set status = case when $5 or send.attempt >= $6 then 'rejected' else 'scheduled' end,
            due_at = case when $5 or send.attempt >= $6 then send.due_at
                          else clock_timestamp() + $7 * interval '1 millisecond' end,
            is_final_error = $5, error_code = $3, error_message = $4, lease_token = null,
            lease_until = null, updated_at = clock_timestamp()
      where send.id = $1 and send.lease_token = $2 and send.status in ('in_flight', 'unknown')
     returning send.id, send.campaign_id, send.campaign_lead_id, send.step_index, send.status`,
    [
      rejected.id,
      rejected.lease_token,
      rejected.code,
      rejected.message,
      rejected.isFinal,
      rejected.maxAttempts,
      rejected.backoffMs,
    ]
  )
  return row ?? null
}

/** Writes that nobody knows whether the transport took the mail: it is never sent again by itself. */
export async function markSendUnknown(
  db: Db,
  attempt: Attempt & { code: string; message: string }
): Promise<SettledRow | null> {
  const [row] = await queryRows<SettledRow>(
    db,
    `update delivery_send as send
        set status = 'unknown', lease_until = null, error_code = $3, error_message = $4,
            updated_at = clock_timestamp()
      where send.id = $1 and send.lease_token = $2 and send.status = 'in_flight'
     returning send.id, send.campaign_id, send.campaign_lead_id, send.step_index`,
    [attempt.id, attempt.lease_token, attempt.code, attempt.message]
  )
  return row ?? null
}

/** Gives back what was taken and never handed over, by the one who took it: it alone can know. */
export async function giveBackSend(db: Db, attempt: Attempt): Promise<boolean> {
  const rows = await queryRows(
    db,
    `update delivery_send as send
        set status = 'scheduled', attempt = send.attempt - 1, lease_token = null, lease_until = null,
            updated_at = clock_timestamp()
      where send.id = $1 and send.lease_token = $2 and send.status in ('in_flight', 'unknown')
     returning send.id`,
    [attempt.id, attempt.lease_token]
  )
  return rows.length > 0
}

/**
 * Writes `unknown` on mails whose process was not heard of within their lease. The token stays: if the
 * process still lives, its answer is the truth.
 */
export async function expireSends(db: Db): Promise<SettledRow[]> {
  return queryRows<SettledRow>(
    db,
    `with lost as (
       select send.id from delivery_send as send
        where send.status = 'in_flight' and send.lease_until < clock_timestamp()
        order by send.id for update skip locked
     )
     update delivery_send as send
        set status = 'unknown', lease_until = null, error_code = 'process_lost',
            error_message = 'The process that handed it over was not heard of again.',
            updated_at = clock_timestamp()
       from lost where send.id = lost.id and send.status = 'in_flight'
     returning send.id, send.campaign_id, send.campaign_lead_id, send.step_index`
  )
}
