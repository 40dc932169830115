import DKIM from "nodemailer/lib/dkim"
import type { AcceptedMail, MailTransport, OutgoingMail } from "../../ports"
import { composeMail } from "../../mail/compose-mail"
import { ConnectionPool } from "./connection-pool"
import { parseSmtpOptions, type ResolvedSmtpOptions } from "./options"
import { sendOverConnection } from "./send-over-connection"

/**
 * Hands mails to an SMTP server, over a few connections that it keeps.
 *
 * Not nodemailer's own pool: that puts a mail whose connection was cut into its queue again, also when
 * the server may have taken it, and so sends it twice.
 */
export class SmtpTransport implements MailTransport {
  static identifier = "smtp"
  readonly defaultFrom?: string
  readonly concurrency: number
  private readonly pool_: ConnectionPool
  private readonly dkim_: DKIM | null

  static validateOptions(options: Record<string, unknown>): void {
    parseSmtpOptions(options)
  }

  constructor(_: object, options: Record<string, unknown>) {
    const parsed = parseSmtpOptions(options)
    this.concurrency = parsed.maxConnections
    this.defaultFrom = parsed.from ?? addressIn(parsed)
    this.pool_ = new ConnectionPool(parsed)
    this.dkim_ = parsed.dkim ? new DKIM({ keys: [parsed.dkim] }) : null
  }

  async send(mail: OutgoingMail, { signal }: { signal: AbortSignal }): Promise<AcceptedMail> {
    const eml = await this.sign_(await composeMail(mail))
    const envelope = { from: mail.from.address, to: [mail.to.address], size: eml.length }
    return sendOverConnection(this.pool_, { envelope, eml }, signal)
  }

  async close(): Promise<void> {
    this.pool_.close()
  }

  private async sign_(eml: Buffer): Promise<Buffer> {
    if (!this.dkim_) return eml
    const chunks: Buffer[] = []
    for await (const chunk of this.dkim_.sign(eml) as AsyncIterable<Buffer>) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
}

function addressIn({ auth }: ResolvedSmtpOptions): string | undefined {
  return auth && /^[^\s@]+@[^\s@]+$/.test(auth.user) ? auth.user : undefined
}
