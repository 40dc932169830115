import { ModuleProvider } from "@medusajs/framework/utils"
import type { AcceptedMail, MailTransport, OutgoingMail } from "../../src/ports"
import { SmtpTransport } from "../../src/providers/smtp/service"

/** The test's mail server, which a suite starts after its host was configured: see `useSmtpPort`. */
export function testSmtpPort(): number {
  const port = Number(process.env.TEST_SMTP_PORT)
  if (port) return port
  throw new Error("TEST_SMTP_PORT is not set: call useSmtpPort first")
}

export function useSmtpPort(port: number): void {
  process.env.TEST_SMTP_PORT = String(port)
}

/** The transport `smtp`, made with its first mail: only then is the server's port known. */
class LateSmtpTransport implements MailTransport {
  static identifier = "smtp"
  readonly defaultFrom = "shop@example.com"
  private smtp_: SmtpTransport | null = null

  async send(mail: OutgoingMail, context: { signal: AbortSignal }): Promise<AcceptedMail> {
    this.smtp_ ??= new SmtpTransport({}, { host: "127.0.0.1", port: testSmtpPort() })
    return this.smtp_.send(mail, context)
  }

  async close(): Promise<void> {
    await this.smtp_?.close()
  }
}

export default ModuleProvider("delivery", { services: [LateSmtpTransport] })
