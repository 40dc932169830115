import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { queryRows } from "../../../persistence/db"

/** A mail that the transport `outbox` keeps. */
export interface OutboxMailDTO {
  message_id: string
  recipient: string
  subject: string
  /** The mail as it would arrive, as text. */
  eml: string
  created_at: Date
}

/** Newest first, with how many there are. */
export async function listOutboxMails(
  manager: EntityManager,
  { offset, limit }: { offset: number; limit: number }
): Promise<[OutboxMailDTO[], number]> {
  return withoutParameters("list outbox", async () => {
    const rows = await queryRows<Omit<OutboxMailDTO, "eml"> & { eml: Buffer }>(
      manager,
      `select mail.* from delivery_outbox_mail as mail
        order by mail.created_at desc, mail.message_id offset $1 limit $2`,
      [offset, limit]
    )
    const [counted] = await queryRows<{ count: number }>(
      manager,
      `select count(*)::integer as count from delivery_outbox_mail`
    )
    const mails = rows.map((row) => ({ ...row, eml: row.eml.toString("utf8") }))
    return [mails, counted?.count ?? 0]
  })
}
