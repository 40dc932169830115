import { queryRows, type Db } from "../../../persistence/db"

export interface OutboxMailRow {
  id: string
  message_id: string
  recipient: string
  subject: string
  eml: Buffer
  created_at: Date
}

const OF_CAMPAIGN = `($1::uuid is null or exists (
        select from delivery_send as send
         where send.message_id = mail.message_id and send.campaign_id = $1))`

/** Keeps a mail, once: one with this message id that is there already stays as it is. */
export async function keepOutboxMail(
  db: Db,
  mail: Omit<OutboxMailRow, "id" | "created_at">
): Promise<void> {
  await db.query(
    `insert into delivery_outbox_mail (message_id, recipient, subject, eml)
     values ($1, $2, $3, $4) on conflict (message_id) do nothing`,
    [mail.message_id, mail.recipient, mail.subject, mail.eml]
  )
}

export async function hasOutboxMail(db: Db, message_id: string): Promise<boolean> {
  const rows = await queryRows(db, `select from delivery_outbox_mail where message_id = $1`, [
    message_id,
  ])
  return rows.length > 0
}

/** Null: it was never kept, or retention has taken it. */
export async function findOutboxRow(db: Db, id: string): Promise<OutboxMailRow | null> {
  const [row] = await queryRows<OutboxMailRow>(
    db,
    `select mail.* from delivery_outbox_mail as mail where mail.id = $1`,
    [id]
  )
  return row ?? null
}

/** Newest first. `campaign_id` null: of all campaigns, tests too. */
export async function listOutboxRows(
  db: Db,
  { campaign_id, offset, limit }: { campaign_id: string | null; offset: number; limit: number }
): Promise<OutboxMailRow[]> {
  return queryRows<OutboxMailRow>(
    db,
    `select mail.* from delivery_outbox_mail as mail where ${OF_CAMPAIGN}
      order by mail.created_at desc, mail.id offset $2 limit $3`,
    [campaign_id, offset, limit]
  )
}

export async function countOutboxMails(db: Db, campaign_id: string | null): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    `select count(*)::integer as count from delivery_outbox_mail as mail where ${OF_CAMPAIGN}`,
    [campaign_id]
  )
  return row?.count ?? 0
}
