import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { countOutboxMails, listOutboxRows, type OutboxMailRow } from "../sql/outbox-mails"

/** A mail that the transport `outbox` keeps. */
export interface OutboxMailDTO extends Omit<OutboxMailRow, "eml"> {
  /** The mail as it would arrive, as text. */
  eml: string
}

/** Newest first, with how many there are. */
export async function listOutboxMails(
  manager: EntityManager,
  page: { campaign_id: string | null; offset: number; limit: number }
): Promise<[OutboxMailDTO[], number]> {
  return withoutParameters("list outbox", async () => {
    const rows = await listOutboxRows(manager, page)
    const mails = rows.map((row) => ({ ...row, eml: row.eml.toString("utf8") }))
    return [mails, await countOutboxMails(manager, page.campaign_id)]
  })
}
