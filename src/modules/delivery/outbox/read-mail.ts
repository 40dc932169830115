import { MedusaError } from "@medusajs/framework/utils"
import PostalMime from "postal-mime"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { findOutboxRow } from "../sql/outbox-mails"
import type { ReadMailDTO } from "../types/dtos"

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
