import { MedusaError } from "@medusajs/framework/utils"
import PostalMime from "postal-mime"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { findOutboxRow } from "../sql/outbox-mails"

/** A mail of the outbox, decoded as a mail program would. */
export interface ReadMailDTO {
  id: string
  message_id: string
  recipient: string
  /** Name and address, as a mail program shows them. */
  from: string
  to: string
  subject: string
  text: string
  /** Null: the mail has none. It is the sender's: show it without scripts. */
  html: string | null
  /** In the order in which they stand. */
  headers: { name: string; value: string }[]
  /** The mail as it would travel. */
  eml: string
  created_at: Date
}

/** @throws MedusaError NOT_FOUND */
export async function retrieveOutboxMail(manager: EntityManager, id: string): Promise<ReadMailDTO> {
  const row = await withoutParameters("read mail", () => findOutboxRow(manager, id))
  if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `The outbox has no mail ${id}.`)
  const { message_id, recipient, eml, created_at } = row
  const mail = await PostalMime.parse(eml)
  return {
    id,
    message_id,
    recipient,
    from: toText(mail.from ? [mail.from] : []),
    to: toText(mail.to ?? []),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html ?? null,
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    eml: eml.toString("utf8"),
    created_at,
  }
}

const toText = (addresses: readonly { name?: string; address?: string }[]) =>
  addresses.map(({ name, address = "" }) => (name ? `${name} <${address}>` : address)).join(", ")
