import { queryRows, type Db } from "../../../persistence/db"

export interface OutboxMailRow {
  message_id: string
  recipient: string
  subject: string
  eml: Buffer
  created_at: Date
}

/** Keeps a mail, once: one with this message id that is there already stays as it is. */
export async function keepOutboxMail(
  db: Db,
  mail: Omit<OutboxMailRow, "created_at">
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

/** Newest first. */
export async function listOutboxRows(
  db: Db,
  { offset, limit }: { offset: number; limit: number }
): Promise<OutboxMailRow[]> {
  return queryRows<OutboxMailRow>(
    db,
    `select mail.* from delivery_outbox_mail as mail
      order by mail.created_at desc, mail.message_id offset $1 limit $2`,
    [offset, limit]
  )
}

export async function countOutboxMails(db: Db): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    `select count(*)::integer as count from delivery_outbox_mail`
  )
  return row?.count ?? 0
}
