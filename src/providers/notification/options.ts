import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** Options of the transport `notification`. All of it is optional. */
export interface NotificationTransportOptions {
  /** Channel of the host's Notification Module whose provider sends. @default "email" */
  channel?: string
  /**
   * What the notification names as its template. A provider that prefers its own templates to the
   * content that it is given needs one whose body is the content. @default "playground-email"
   */
  template?: string
  /** Sender address of mails whose sender profile names none. @default the provider's own */
  from?: string
}

export type ResolvedNotificationOptions = z.output<typeof NotificationOptionsSchema>

const NotificationOptionsSchema = z.strictObject({
  channel: z.string().min(1).default("email"),
  template: z.string().min(1).default("playground-email"),
  from: z.string().min(3).optional(),
})

/** @throws MedusaError INVALID_DATA that names each wrong option */
export function parseNotificationOptions(
  options: Record<string, unknown>
): ResolvedNotificationOptions {
  const parsed = NotificationOptionsSchema.safeParse(options)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(
    (issue) => `option "${issue.path.join(".")}": ${issue.message}`
  )
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-playground: transport "notification": ${problems.join("; ")}. Correct it in medusa-config.ts.`
  )
}
