import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"
import { createTransport } from "nodemailer"
import { composeMail } from "../../src/mail/compose-mail"
import type { OutgoingMail } from "../../src/ports"
import { testSmtpPort } from "../mail/late-smtp"

/**
 * A notification provider as a shop writes one for its own mail server: it passes on all that it is
 * given. A mail to `refused@…` it refuses.
 */
export class MailNotificationProvider extends AbstractNotificationProviderService {
  static override identifier = "mail"

  override async send({
    to,
    content,
    provider_data,
  }: ProviderSendNotificationDTO): Promise<ProviderSendNotificationResultsDTO> {
    if (to.startsWith("refused@")) throw new Error("no such mailbox")
    // What the transport under test says of the mail, beside its content.
    const said = provider_data as Pick<OutgoingMail, "message_id" | "from" | "to" | "headers">
    const { subject = "", text = "", html = null } = content ?? {}
    const raw = await composeMail({ ...said, subject, text, html })
    const server = createTransport({ host: "127.0.0.1", port: testSmtpPort(), ignoreTLS: true })
    await server.sendMail({ envelope: { from: said.from.address, to }, raw })
    server.close()
    return { id: `mail-${said.message_id}` }
  }
}
