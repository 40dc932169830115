import { queryRows, type Db } from "../../../persistence/db"

interface OldSendsInput {
  /** How long ago they ended, at least. */
  retentionDays: number
  limit: number
}

/** A mail that was sent, and whose text has been kept long enough. */
export interface OldSendRow {
  id: string
  campaign_lead_id: string
  step_index: number
  content_hash: string
}

/** Accepted long enough ago, and not forgotten yet; the oldest first. */
export async function listOldSends(db: Db, input: OldSendsInput): Promise<OldSendRow[]> {
  return queryRows<OldSendRow>(
    db,
    `select send.id, send.campaign_lead_id, send.step_index, send.content_hash
       from delivery_send as send
      where send.status = 'accepted' and send.recipient is not null
        and send.accepted_at < clock_timestamp() - $1 * interval '1 day'
      order by send.accepted_at, send.id limit $2`,
    [input.retentionDays, input.limit]
  )
}

/**
 * Takes recipient and footer from these sends, and their mails from the outbox. What proves that
 * something was sent stays: ids, times, and the hashes of address and text.
 */
export async function forgetSends(db: Db, ids: readonly string[]): Promise<void> {
  await db.query(
    `with forgotten as (
       update delivery_send as send
          set ${FORGET}
        where send.id = any ($1::uuid[]) and send.status = 'accepted'
       returning send.message_id
     )
     delete from delivery_outbox_mail as mail using forgotten
      where mail.message_id = forgotten.message_id`,
    [ids]
  )
}

/** The same for sends that came to nothing: refused for good, or cancelled. @returns their ids */
export async function forgetEndedSends(db: Db, input: OldSendsInput): Promise<{ id: string }[]> {
  return queryRows<{ id: string }>(
    db,
    `with old as (
       select send.id from delivery_send as send
        where send.status in ('rejected', 'cancelled') and send.recipient is not null
          and send.updated_at < clock_timestamp() - $1 * interval '1 day'
        order by send.updated_at, send.id limit $2 for update skip locked
     )
     update delivery_send as send
        set ${FORGET}
       from old
      where send.id = old.id and send.status in ('rejected', 'cancelled')
     returning send.id`,
    [input.retentionDays, input.limit]
  )
}

/** Deletes old mails of the outbox whatever they belong to: tests belong to no send. */
export async function deleteOldOutboxMails(
  db: Db,
  input: OldSendsInput
): Promise<{ id: string }[]> {
  return queryRows<{ id: string }>(
    db,
    `delete from delivery_outbox_mail as mail
      where mail.id in (select old.id from delivery_outbox_mail as old
                         where old.created_at < clock_timestamp() - $1 * interval '1 day'
                         order by old.created_at limit $2)
     returning mail.id`,
    [input.retentionDays, input.limit]
  )
}

/** Deletes what is only counted for a while: test mails of the last hour, reports that may come again. */
export async function deleteOldCounts(db: Db): Promise<void> {
  await db.query(
    `delete from delivery_test_send where sent_at < clock_timestamp() - interval '1 day'`
  )
  await db.query(
    `delete from delivery_mail_event where received_at < clock_timestamp() - interval '90 days'`
  )
}

const FORGET = `recipient = null, recipient_domain = '', footer = null, language = null`
