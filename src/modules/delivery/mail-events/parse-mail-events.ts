import { createHmac, timingSafeEqual } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** What a provider reports of a mail, in our words. */
export interface MailEvent {
  /** The provider's own, so that what comes twice counts once. */
  id: string
  type: "bounced" | "complained"
  email: string
  /** Ours or the transport's; null: it does not say. */
  message_id: string | null
}

/** A request as a provider sends it. */
export interface SignedRequest {
  /** As it came, to the byte. */
  body: string
  header: (name: string) => string | undefined
}

/** How far a signature's time may be off, in seconds: an old one that somebody kept is refused. */
const TOLERANCE_SECONDS = 300

interface Adapter {
  isSigned(request: SignedRequest, secret: string, nowSeconds: number): boolean
  parse(body: unknown): MailEvent[]
}

const hmac = (secret: string | Buffer, text: string, encoding: "hex" | "base64" = "hex") =>
  createHmac("sha256", secret).update(text).digest(encoding)

function isEqual(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

const isRecent = (seconds: number, now: number) => Math.abs(now - seconds) <= TOLERANCE_SECONDS

/**
 * The plain form: `X-Playground-Timestamp` (seconds) and `X-Playground-Signature`, the lower-case hex
 * HMAC-SHA256 of `<timestamp>.<body>`.
 */
const plain: Adapter = {
  isSigned: ({ body, header }, secret, now) => {
    const timestamp = header("X-Playground-Timestamp") ?? ""
    const signature = header("X-Playground-Signature") ?? ""
    return (
      /^\d{1,12}$/.test(timestamp) &&
      isRecent(Number(timestamp), now) &&
      isEqual(signature, hmac(secret, `${timestamp}.${body}`))
    )
  },
  parse: (body) => PlainEvents.parse(body).events,
}

export const PlainEvents = z.object({
  events: z
    .array(
      z.object({
        id: z.string().min(1).max(255),
        type: z.enum(["bounced", "complained"]),
        email: z.string().min(3).max(320),
        message_id: z.string().max(998).nullable().default(null),
      })
    )
    .max(1_000),
})

/**
 * Mailgun's webhooks: the body carries `signature { timestamp, token, signature }`, the HMAC of
 * timestamp and token. https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks
 */
const mailgun: Adapter = {
  isSigned: ({ body }, secret, now) => {
    const parsed = MailgunEvent.safeParse(toJson(body))
    if (!parsed.success) return false
    const { timestamp, token, signature } = parsed.data.signature
    return (
      isRecent(Number(timestamp), now) && isEqual(signature, hmac(secret, `${timestamp}${token}`))
    )
  },
  parse: (body) => {
    const { "event-data": event, signature } = MailgunEvent.parse(body)
    const type =
      event.event === "complained"
        ? ("complained" as const)
        : event.event === "failed" && event.severity === "permanent"
          ? ("bounced" as const)
          : null
    if (!type) return []
    const message_id = event.message?.headers["message-id"]
    return [
      {
        // The signature covers this token and not the event: once used, it proves nothing more.
        id: signature.token,
        type,
        email: event.recipient,
        message_id: message_id ? `<${message_id.replace(/^<|>$/g, "")}>` : null,
      },
    ]
  },
}

export const MailgunEvent = z.object({
  signature: z.object({
    timestamp: z.string(),
    token: z.string().min(1).max(255),
    signature: z.string(),
  }),
  "event-data": z.object({
    event: z.string(),
    severity: z.string().optional(),
    recipient: z.string().max(320).default(""),
    message: z
      .object({ headers: z.object({ "message-id": z.string().max(998).optional() }) })
      .optional(),
  }),
})

/**
 * Resend's webhooks, signed as Svix does: `svix-id`, `svix-timestamp`, `svix-signature`, the base64
 * HMAC of `<id>.<timestamp>.<body>` with the base64 key behind `whsec_`.
 * https://docs.svix.com/receiving/verifying-payloads/how-manual
 */
const resend: Adapter = {
  isSigned: ({ body, header }, secret, now) => {
    const [id = "", timestamp = "", signatures = ""] = [
      header("svix-id"),
      header("svix-timestamp"),
      header("svix-signature"),
    ]
    if (!id || !/^\d{1,12}$/.test(timestamp) || !isRecent(Number(timestamp), now)) return false
    const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64")
    const expected = hmac(key, `${id}.${timestamp}.${body}`, "base64")
    return signatures
      .split(" ")
      .some((signature) => signature.startsWith("v1,") && isEqual(signature.slice(3), expected))
  },
  parse: (body) => {
    const { type, created_at, data } = ResendEvent.parse(body)
    const kind =
      type === "email.complained"
        ? ("complained" as const)
        : // A mailbox that is full for a while is no reason to write there no more.
          type === "email.bounced" && data.bounce?.type !== "Transient"
          ? ("bounced" as const)
          : null
    if (!kind) return []
    return data.to.map((email) => ({
      id: `${data.email_id}:${type}:${created_at}:${email}`.slice(0, 255),
      type: kind,
      email,
      message_id: data.message_id ?? data.email_id,
    }))
  },
}

export const ResendEvent = z.object({
  type: z.string(),
  created_at: z.string().max(100).default(""),
  data: z.object({
    email_id: z.string().min(1).max(200),
    message_id: z.string().max(998).optional(),
    bounce: z.object({ type: z.string().optional() }).optional(),
    to: z.array(z.string().max(320)).max(50).default([]),
  }),
})

const ADAPTERS: Record<string, Adapter> = { mailgun, resend }

function toJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // Whoever asks says what was expected.
    return undefined
  }
}

/**
 * Checks who says it, then reads what is said. `mailgun` and `resend` have forms of their own, every
 * other name the plain one.
 *
 * @param secret undefined: nobody configured the provider
 * @throws MedusaError UNAUTHORIZED for a wrong, missing or old signature, of an unknown provider too;
 *   INVALID_DATA for a body that does not fit
 */
export function parseMailEvents(
  provider: string,
  request: SignedRequest,
  { secret, nowSeconds }: { secret: string | undefined; nowSeconds: number }
): MailEvent[] {
  const adapter = ADAPTERS[provider] ?? plain
  if (!secret || !adapter.isSigned(request, secret, nowSeconds)) {
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      "The signature is wrong, missing or too old: see docs/sending.md."
    )
  }
  try {
    return adapter.parse(toJson(request.body))
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    const [issue] = error.issues
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Field '${issue?.path.join(".") ?? ""}': ${issue?.message ?? "is wrong"}`
    )
  }
}
