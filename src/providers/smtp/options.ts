import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** Options of the transport `smtp`. */
export interface SmtpOptions {
  /** Name or address of the mail server. */
  host: string
  /** @default 465 where `secure`, else 587 */
  port?: number
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. @default false */
  secure?: boolean
  /** Refuse a server that offers no TLS. @default true where `auth` is given, else false */
  requireTLS?: boolean
  auth?: { user: string; pass: string }
  /** Sender address of mails whose sender profile names none. @default `auth.user`, where it is one */
  from?: string
  /** Connections that are kept, and so mails handed over at once, 1 to 50. @default 5 */
  maxConnections?: number
  /** How long the server may keep silent, in ms, 100 to 600,000. @default 30_000 */
  timeoutMs?: number
  /** Settings of `tls.connect`, such as `ca`. */
  tls?: { rejectUnauthorized?: boolean; ca?: string; servername?: string }
  /** Signs each mail (RFC 6376). */
  dkim?: { domainName: string; keySelector: string; privateKey: string }
}

export type ResolvedSmtpOptions = z.output<typeof SmtpOptionsSchema>

const SmtpOptionsSchema = z.strictObject({
  host: z.string().min(1),
  port: z.number().int().min(1).max(65_535).optional(),
  secure: z.boolean().default(false),
  requireTLS: z.boolean().optional(),
  auth: z.strictObject({ user: z.string().min(1), pass: z.string() }).optional(),
  from: z.string().min(3).optional(),
  maxConnections: z.number().int().min(1).max(50).default(5),
  timeoutMs: z.number().int().min(100).max(600_000).default(30_000),
  tls: z
    .strictObject({
      rejectUnauthorized: z.boolean().optional(),
      ca: z.string().optional(),
      servername: z.string().optional(),
    })
    .optional(),
  dkim: z
    .strictObject({
      domainName: z.string().min(1),
      keySelector: z.string().min(1),
      privateKey: z.string().min(1),
    })
    .optional(),
})

/** @throws MedusaError INVALID_DATA that names each wrong option */
export function parseSmtpOptions(options: Record<string, unknown>): ResolvedSmtpOptions {
  const parsed = SmtpOptionsSchema.safeParse(options)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(
    (issue) => `option "${issue.path.join(".")}": ${issue.message}`
  )
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `medusa-plugin-playground: transport "smtp": ${problems.join("; ")}. Correct it in medusa-config.ts.`
  )
}
