import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { INotificationModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  MailRejectedError,
  type AcceptedMail,
  type MailTransport,
  type OutgoingMail,
} from "../../ports"
import { parseNotificationOptions, type ResolvedNotificationOptions } from "./options"

/** What a notification is for, in the host's list of them. */
const RESOURCE = "playground_email"

/**
 * Hands mails to the host's Notification Module and whatever provider its channel has. What that loses
 * stands in docs/sending.md.
 *
 * It sets no `idempotency_key`: the host looks a key up before it writes it, answers nothing for one
 * whose process died in between, and would so swallow a mail that a person sends again. That a mail
 * goes once is the plugin's own ledger's business.
 */
export class NotificationTransport implements MailTransport {
  static identifier = "notification"
  readonly defaultFrom?: string
  readonly concurrency = 5
  private readonly options_: ResolvedNotificationOptions

  static validateOptions(options: Record<string, unknown>): void {
    parseNotificationOptions(options)
  }

  constructor(_: object, options: Record<string, unknown>) {
    this.options_ = parseNotificationOptions(options)
    this.defaultFrom = this.options_.from
  }

  async send(mail: OutgoingMail, { signal }: { signal: AbortSignal }): Promise<AcceptedMail> {
    if (signal.aborted) {
      throw new MailRejectedError("There was no time left to hand the mail over.", {
        code: "no_time",
        isFinal: false,
      })
    }
    const { message_id, from, to, subject, text, html, headers } = mail
    const notifications = notificationModule()
    try {
      const { external_id = null } = await notifications.createNotifications({
        to: to.address,
        from: from.address,
        channel: this.options_.channel,
        template: this.options_.template,
        // The host hands these two on; of what stands beside them it keeps a copy.
        content: { subject, text, ...(html !== null && { html }) },
        provider_data: { message_id, from, to, headers },
        resource_type: RESOURCE,
        resource_id: message_id,
      })
      return { id: external_id }
    } catch (error) {
      // The host's error is one text, whatever went wrong: its record says whether it asked anybody.
      const record = await readRecord(notifications, message_id)
      throw record && !record.provider_id ? noProvider(this.options_.channel, error) : error
    }
  }

  /** The host's own record: written once its provider has answered. */
  async lookUp(message_id: string): Promise<"accepted" | "unknown"> {
    const record = await readRecord(notificationModule(), message_id)
    return record?.status === "success" ? "accepted" : "unknown"
  }
}

/** The module is reached through the host's registry: modules get no other module's service. */
function notificationModule(): INotificationModuleService {
  const loaded: unknown = MedusaModule.getModuleInstance(Modules.NOTIFICATION)
  const service: unknown = loaded && Reflect.get(Object(loaded), Modules.NOTIFICATION)
  // The registry holds whatever modules the host has, under their keys.
  if (service) return service as INotificationModuleService
  throw new MailRejectedError("This host has no Notification Module.", {
    code: "no_notification_module",
    isFinal: false,
  })
}

/** The newest attempt to send this mail; undefined: there was none. */
async function readRecord(notifications: INotificationModuleService, message_id: string) {
  const [newest] = await notifications.listNotifications(
    { resource_type: RESOURCE, resource_id: message_id },
    { order: { created_at: "DESC" }, take: 1 }
  )
  return newest
}

const noProvider = (channel: string, cause: unknown) =>
  new MailRejectedError(
    `The host's Notification Module has no provider for the channel "${channel}". Configure one.`,
    { code: "no_notification_provider", isFinal: false, cause }
  )
