import { setTimeout as sleep } from "node:timers/promises"
import { simpleParser } from "mailparser"
import { MailRejectedError, type MailTransport, type OutgoingMail } from "../../src/ports"

/** Texts that a careless transport changes, whatever it is. */
const ODD_TEXTS: [what: string, text: string][] = [
  ["one line", "Hello Ada,"],
  ["several paragraphs", "Hello Ada,\n\nhow are you?\n\n\nCharles"],
  ["white space at the ends of lines", "Hello  \nthere\t\n  you"],
  ["lines that begin with a dot", ".\n..\n.hidden\nend"],
  ["a line that begins with From", "From here on\n>From there"],
  ["a very long line", `begin ${"x".repeat(5_000)} end`],
  ["equals signs and what looks encoded", "a=3D b=20 =?UTF-8?Q?c?= =\nd"],
  ["letters of many scripts", "Zoë, Łukasz, Ωμέγα, Привет, 你好, مرحبا, 👩‍🚀"],
  ["a boundary of its own", "--\n----_NmP-abc\nContent-Type: text/html\n\n<b>"],
  ["a signature separator", "Text\n\n-- \nNorthwind"],
]

const ODD_SUBJECTS = [
  "Hello",
  "Grüße aus Köln, Zoë",
  "你好，Ada 👋",
  `A long subject ${"with many words ".repeat(20)}end`,
  "=?UTF-8?Q?not_encoded?=",
  'Hello: with "quotes", <angles> and; commas',
]

export function outgoingMail(overrides: Partial<OutgoingMail> = {}): OutgoingMail {
  const id = Math.random().toString(36).slice(2)
  return {
    message_id: `<${id}@shop.example>`,
    from: { name: "Mira Sandoval", address: "mira@shop.example" },
    to: { name: "Ada Lovelace", address: "ada@example.com" },
    subject: "Hello Ada",
    text: "Hello Ada,\n\nhow are you?",
    html: null,
    headers: { "List-Unsubscribe": "<https://shop.example/playground/unsubscribe/abc>" },
    ...overrides,
  }
}

interface TransportUnderTest {
  transport: MailTransport
  /** The mail with this id as it arrived; undefined: it did not. */
  arrived: (message_id: string) => Promise<string | undefined>
  /** How many mails with this id arrived. */
  count: (message_id: string) => Promise<number>
}

/**
 * Checks the promises of `MailTransport` in `src/ports/mail-transport.ts`.
 *
 * @param open a transport, and a way to look at what it delivered
 */
export function runMailTransportConformance(
  name: string,
  open: () => Promise<TransportUnderTest>,
  close: () => Promise<void>
): void {
  describe(`transport "${name}" keeps the port's promises`, () => {
    let under: TransportUnderTest
    const signal = () => AbortSignal.timeout(10_000)
    beforeAll(async () => {
      under = await open()
    })
    afterAll(async () => {
      await under.transport.close?.()
      await close()
    })

    const send = async (mail: OutgoingMail) => {
      await under.transport.send(mail, { signal: signal() })
      const raw = await under.arrived(mail.message_id)
      if (raw === undefined) throw new Error(`${name} said that it took the mail, and did not`)
      return simpleParser(raw)
    }

    it.each(ODD_TEXTS)(`${name} delivers %s word for word`, async (_, text) => {
      const parsed = await send(outgoingMail({ text }))
      // A parser may end the text with the line feed that ends every message.
      expect(parsed.text?.replace(/\n$/, "")).toBe(text)
    })

    it.each(ODD_SUBJECTS)(`${name} delivers the subject %j`, async (subject) => {
      expect((await send(outgoingMail({ subject }))).subject).toBe(subject)
    })

    it(`${name} keeps our Message-ID, sender, recipient and headers`, async () => {
      const mail = outgoingMail({ from: { name: "Zoë, Köln", address: "zoe@shop.example" } })
      const parsed = await send(mail)
      expect(parsed.messageId).toBe(mail.message_id)
      expect(parsed.from?.value).toEqual([{ name: "Zoë, Köln", address: "zoe@shop.example" }])
      expect(parsed.headers.get("list")).toMatchObject({
        unsubscribe: { url: "https://shop.example/playground/unsubscribe/abc" },
      })
    })

    it(`${name} lets a name add no header and no recipient`, async () => {
      const evil = "Ada\r\nBcc: everybody@example.com\r\n\r\nHello"
      const parsed = await send(outgoingMail({ to: { name: evil, address: "ada@example.com" } }))
      expect(parsed.bcc).toBeUndefined()
      const to = Array.isArray(parsed.to) ? parsed.to : parsed.to ? [parsed.to] : []
      expect(to.flatMap(({ value }) => value.map(({ address }) => address))).toEqual([
        "ada@example.com",
      ])
    })

    it(`${name} carries HTML beside the text where the mail has some`, async () => {
      const parsed = await send(outgoingMail({ text: "Hello", html: "<p>Hello</p>" }))
      expect(parsed.text?.trim()).toBe("Hello")
      expect(parsed.html).toContain("<p>Hello</p>")
    })

    it(`${name} hands nothing over once its signal has fired, and says so`, async () => {
      const mail = outgoingMail()
      const outcome = await under.transport
        .send(mail, { signal: AbortSignal.abort(new Error("too late")) })
        .catch((error: unknown) => error)
      expect(outcome).toBeInstanceOf(Error)
      await sleep(50)
      expect(await under.count(mail.message_id)).toBe(0)
    })

    it(`${name} delivers many mails at once, each once`, async () => {
      const mails = Array.from({ length: 20 }, () => outgoingMail())
      await Promise.all(mails.map((mail) => under.transport.send(mail, { signal: signal() })))
      const counts = await Promise.all(mails.map(({ message_id }) => under.count(message_id)))
      expect(counts).toEqual(Array(20).fill(1))
    })

    it(`${name} can tell what became of a mail, where it says it can`, async () => {
      if (!under.transport.lookUp) return
      const mail = outgoingMail()
      expect(await under.transport.lookUp(mail.message_id)).not.toBe("accepted")
      await under.transport.send(mail, { signal: signal() })
      expect(await under.transport.lookUp(mail.message_id)).toBe("accepted")
    })
  })
}

/** The outcome of one handing over, in the port's words. */
export async function outcomeOf(
  transport: MailTransport,
  mail: OutgoingMail,
  timeoutMs = 5_000
): Promise<{ outcome: "accepted" | "deferred" | "refused" | "unknown"; code?: string }> {
  try {
    await transport.send(mail, { signal: AbortSignal.timeout(timeoutMs) })
    return { outcome: "accepted" }
  } catch (error) {
    if (!(error instanceof MailRejectedError)) return { outcome: "unknown" }
    return { outcome: error.isFinal ? "refused" : "deferred", code: error.code }
  }
}
