import { composeMail } from "../../mail/compose-mail"
import type { AcceptedMail, MailOutbox, MailTransport, OutgoingMail } from "../../ports"

/**
 * Keeps mails in the database instead of sending them, as they would arrive: for trials, demos and
 * tests. The dashboard shows them.
 */
export class OutboxTransport implements MailTransport {
  static identifier = "outbox"
  /** A domain that no mail ever reaches (RFC 2606). */
  readonly defaultFrom = "outbox@shop.example"
  readonly concurrency = 16
  private readonly outbox_: MailOutbox

  constructor({ mailOutbox }: { mailOutbox: MailOutbox }) {
    this.outbox_ = mailOutbox
  }

  async send(mail: OutgoingMail, { signal }: { signal: AbortSignal }): Promise<AcceptedMail> {
    signal.throwIfAborted()
    const { message_id, subject } = mail
    const eml = await composeMail(mail)
    await this.outbox_.keep({ message_id, recipient: mail.to.address, subject, eml })
    return { id: null }
  }

  /** `absent` holds: a mail that is kept later is kept under the same id, once. */
  async lookUp(message_id: string): Promise<"accepted" | "absent"> {
    return (await this.outbox_.has(message_id)) ? "accepted" : "absent"
  }
}
