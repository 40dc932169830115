import type { ModuleProvider } from "@medusajs/framework/types"

/** The plugin option `sending`: how approved mails leave. All of it is optional. */
export type SendingOptions = {
  /**
   * Transports that may be used, in the host's form for module providers. The bundled `outbox`, which
   * keeps mails in the database instead of sending them, is always there.
   * @default []
   */
  transports?: Pick<ModuleProvider, "resolve" | "id" | "options">[]
  /**
   * Which transport a campaign uses that names none: the `id` of an entry of `transports` (where it has
   * none, the transport's own identifier).
   * @default "outbox", or the only entry of `transports`
   */
  transport?: string
  /**
   * Where the host is reached from outside, for example `https://shop.example.com`: the links to
   * unsubscribe begin with it.
   * @default `admin.backendUrl` of medusa-config.ts, where that is a whole URL
   */
  publicUrl?: string
  /**
   * How long one handing over may take, in ms, 100 to 600,000. Then it is stopped; whether the mail was
   * taken may be unknown. A mail whose process was not heard of for one and a half times as long counts
   * as unknown.
   * @default 60_000
   */
  timeoutMs?: number
  /**
   * How often a mail is handed over that the transport asks to try again later, 1 to 20.
   * @default 5
   */
  maxAttempts?: number
  /**
   * How long until the second attempt, in ms, 10 to 3,600,000; four times as long with each further
   * one, a day at most.
   * @default 60_000
   */
  backoffMs?: number
  /**
   * Secrets by which providers sign what they report of bounces and complaints, by provider: see
   * docs/sending.md. A provider without one is refused.
   * @default {}
   */
  mailEvents?: Record<string, string>
}
