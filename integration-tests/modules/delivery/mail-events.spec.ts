import { createHmac } from "node:crypto"
import {
  parseMailEvents,
  type SignedRequest,
} from "../../../src/modules/delivery/mail-events/parse-mail-events"

const NOW = 1_770_147_145

/** As Mailgun documents a failure for good: user manual, Webhook Payloads. */
const MAILGUN_FAILED = {
  account: { id: "1234567890303a4bd1f33898" },
  domain: { name: "sample.mailgun.com" },
  "delivery-status": {
    "attempt-no": 1,
    "bounce-type": "hard",
    code: 550,
    "enhanced-code": "5.1.1",
    message: "5.1.1 The email account that you tried to reach does not exist.",
  },
  event: "failed",
  id: "pVqXGJWhTzysS9GpwF2hlQ",
  "log-level": "error",
  message: {
    headers: {
      from: "Sample Sender <sender@sample.mailgun.com>",
      "message-id": "20260203192638.000be97f99f8cea1@sample.mailgun.com",
      subject: "Sample webhook payload",
      to: "recipient@sample.mailgun.com",
    },
    size: 341,
  },
  reason: "generic",
  recipient: "recipient@sample.mailgun.com",
  "recipient-domain": "sample.mailgun.com",
  severity: "permanent",
  timestamp: 1_770_147_145.1,
  "user-variables": {},
}

/** As Resend documents a bounce: webhooks, email.bounced. */
const RESEND_BOUNCED = {
  type: "email.bounced",
  created_at: "2024-11-22T23:41:12.126Z",
  data: {
    created_at: "2024-11-22T23:41:11.894719+00:00",
    email_id: "56761188-7520-42d8-8898-ff6fc54ce618",
    from: "Acme <onboarding@resend.dev>",
    to: ["delivered@resend.dev"],
    subject: "Sending this example",
    bounce: {
      message: "The recipient's email address is on the suppression list.",
      subType: "Suppressed",
      type: "Permanent",
    },
  },
}

interface Signer {
  secret: string
  bounce: unknown
  email: string
  sign: (body: unknown, at?: number, secret?: string) => SignedRequest
}

const hmac = (secret: string | Buffer, text: string, encoding: "hex" | "base64") =>
  createHmac("sha256", secret).update(text).digest(encoding)

const signedWith = (body: string, headers: Record<string, string>): SignedRequest => ({
  body,
  header: (name) => headers[name.toLowerCase()],
})

const SECRETS = {
  mailgun: "key-0123456789abcdef",
  resend: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  plain: "a secret of the test",
}

let tokens = 0
const PROVIDERS = {
  mailgun: {
    secret: SECRETS.mailgun,
    bounce: MAILGUN_FAILED,
    email: "recipient@sample.mailgun.com",
    sign(body: unknown, at = NOW, secret = SECRETS.mailgun) {
      const token = `token-${(tokens += 1)}`
      const signature = hmac(secret, `${at}${token}`, "hex")
      const whole = { signature: { timestamp: String(at), token, signature }, "event-data": body }
      return signedWith(JSON.stringify(whole), {})
    },
  },
  resend: {
    secret: SECRETS.resend,
    bounce: RESEND_BOUNCED,
    email: "delivered@resend.dev",
    sign(body: unknown, at = NOW, secret = SECRETS.resend) {
      const text = JSON.stringify(body)
      const key = Buffer.from(secret.replace("whsec_", ""), "base64")
      const signature = hmac(key, `msg_1.${at}.${text}`, "base64")
      return signedWith(text, {
        "svix-id": "msg_1",
        "svix-timestamp": String(at),
        // While a secret is changed, both sign.
        "svix-signature": `v1,bm90IG91cnM= v1,${signature}`,
      })
    },
  },
  "anybody-else": {
    secret: SECRETS.plain,
    bounce: {
      events: [
        { id: "42", type: "bounced", email: "ada@example.com", message_id: "<1@example.com>" },
      ],
    },
    email: "ada@example.com",
    sign(body: unknown, at = NOW, secret = SECRETS.plain) {
      const text = JSON.stringify(body)
      return signedWith(text, {
        "x-playground-timestamp": String(at),
        "x-playground-signature": hmac(secret, `${at}.${text}`, "hex"),
      })
    },
  },
} satisfies Record<string, Signer>

type Provider = keyof typeof PROVIDERS

const read = (provider: Provider, request: SignedRequest, nowSeconds = NOW) =>
  parseMailEvents(provider, request, { secret: PROVIDERS[provider].secret, nowSeconds })

const ALL: Provider[] = ["mailgun", "resend", "anybody-else"]

describe.each(ALL)("what %s reports", (provider) => {
  const signer: Signer = PROVIDERS[provider]

  it(`${provider}: a bounce is read as its documentation has it`, () => {
    expect(read(provider, signer.sign(signer.bounce))).toEqual([
      expect.objectContaining({ type: "bounced", email: signer.email }),
    ])
  })

  it(`${provider}: another secret, a changed body, and none of it signed are refused`, () => {
    const forged = signer.sign(signer.bounce, NOW, "whsec_YW5vdGhlciBzZWNyZXQ=")
    expect(() => read(provider, forged)).toThrow(/signature/)
    const unsigned = signedWith(JSON.stringify(signer.bounce), {})
    expect(() => read(provider, unsigned)).toThrow(/signature/)
    const request = signer.sign(signer.bounce)
    // Mailgun signs a token that is good once, the others the body.
    const changed = { ...request, body: request.body.replace(/"token-\d+"/, '"token-0"') }
    const other = provider === "mailgun" ? changed : { ...request, body: `${request.body} ` }
    expect(() => read(provider, other)).toThrow(/signature/)
  })

  it(`${provider}: a signature that somebody kept is refused after five minutes, on both sides`, () => {
    const request = signer.sign(signer.bounce)
    expect(read(provider, request, NOW + 299)).toHaveLength(1)
    for (const now of [NOW + 301, NOW - 301]) {
      expect(() => read(provider, request, now)).toThrow(/too old/)
    }
  })

  it(`${provider}: no secret, no report`, () => {
    const request = signer.sign(signer.bounce)
    const parse = () => parseMailEvents(provider, request, { secret: undefined, nowSeconds: NOW })
    expect(parse).toThrow(/signature/)
  })

  it(`${provider}: a signed body that is no report is refused, and named`, () => {
    const request = signer.sign({ nothing: "of it" })
    // What Mailgun signs is part of the body: one that does not fit is not signed.
    expect(() => read(provider, request)).toThrow(provider === "mailgun" ? /signature/ : /Field/)
  })
})

describe("what providers report beside bounces for good", () => {
  it("Mailgun: a complaint ends in one, a failure that passes and a delivery in nothing", () => {
    const of = (change: object) =>
      read("mailgun", PROVIDERS.mailgun.sign({ ...MAILGUN_FAILED, ...change }))
    expect(of({ event: "complained" })).toMatchObject([
      {
        type: "complained",
        message_id: "<20260203192638.000be97f99f8cea1@sample.mailgun.com>",
      },
    ])
    expect(of({ severity: "temporary" })).toEqual([])
    expect(of({ event: "delivered" })).toEqual([])
  })

  it("Mailgun: one signature is good for one report, whatever stands beside it", () => {
    const request = PROVIDERS.mailgun.sign(MAILGUN_FAILED)
    const other = { ...request, body: request.body.replaceAll("recipient@", "somebody@") }
    const [first, second] = [request, other].map((each) => read("mailgun", each)[0])
    expect(second?.email).toBe("somebody@sample.mailgun.com")
    // What has the same id counts once.
    expect(second?.id).toBe(first?.id)
  })

  it("Resend: a complaint ends in one, a full mailbox and an opened mail in nothing", () => {
    const of = (change: object) =>
      read("resend", PROVIDERS.resend.sign({ ...RESEND_BOUNCED, ...change }))
    expect(of({ type: "email.complained" })).toMatchObject([{ type: "complained" }])
    expect(of({ type: "email.opened" })).toEqual([])
    const full = { ...RESEND_BOUNCED.data, bounce: { type: "Transient", subType: "MailboxFull" } }
    expect(of({ data: full })).toEqual([])
  })

  it("Resend: takes the signature that Svix publishes as its example", () => {
    const request = signedWith('{"test": 2432232314}', {
      "svix-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
      "svix-timestamp": "1614265330",
      "svix-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    })
    // Signed well, but no report.
    expect(() => read("resend", request, 1_614_265_330)).toThrow(/Field 'type'/)
  })
})
