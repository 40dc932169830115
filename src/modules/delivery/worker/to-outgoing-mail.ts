import type { OutgoingMail } from "../../../ports"
import { renderFooter, withFooter } from "../../../mail/footer"
import { textToHtml } from "../../../mail/text-to-html"
import type { TakenSendRow } from "../sql/take-sends"
import { toUnsubscribeToken } from "../unsubscribe/unsubscribe-token"

/** Where links to unsubscribe lead, below the host's address. */
export const UNSUBSCRIBE_PATH = "/api/v1/playground/unsubscribe"

interface LinkInput {
  /** Without a slash at its end. */
  publicUrl: string
  unsubscribeKey: string
}

export function toUnsubscribeUrl(sendId: string, { publicUrl, unsubscribeKey }: LinkInput): string {
  const token = toUnsubscribeToken(sendId, unsubscribeKey)
  return `${publicUrl}${UNSUBSCRIBE_PATH}/${token}`
}

/** A mail in flight as its transport is given it, with the headers of one-click unsubscribing (RFC 8058). */
export function toOutgoingMail(send: TakenSendRow, links: LinkInput): OutgoingMail {
  const link = toUnsubscribeUrl(send.id, links)
  const text = withFooter(send.body, renderFooter(send.footer, link))
  return {
    message_id: send.message_id,
    from: { name: send.from_name, address: send.from_address },
    to: { name: send.recipient_name, address: send.recipient },
    subject: send.subject,
    text,
    html: send.html ? textToHtml(text) : null,
    headers: {
      "List-Unsubscribe": `<${link}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  }
}
