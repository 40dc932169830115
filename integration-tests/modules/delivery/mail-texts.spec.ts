import { unsubscribePage } from "../../../src/api/api/v1/playground/unsubscribe/unsubscribe-page"
import { textToHtml } from "../../../src/mail/text-to-html"
import { resolvePublicUrl } from "../../../src/modules/delivery/options/public-url"
import { parseDeliveryOptions } from "../../../src/modules/delivery/options/delivery-options"
import type { TakenSendRow } from "../../../src/modules/delivery/sql/take-sends"
import { toOutgoingMail } from "../../../src/modules/delivery/worker/to-outgoing-mail"

/** What a person reads of the HTML: its text, with a line feed for each `<br>`. */
function readOf(html: string): string {
  const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' }
  return html
    .replace(/^.*?<div[^>]*>|<\/div>.*$/gs, "")
    .replace(/<br>\n?/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => entities[name] ?? "")
}

const SEND: TakenSendRow = {
  id: "0190f1c2-7a3b-7c4d-8e5f-000000000007",
  campaign_id: "0190f1c2-7a3b-7c4d-8e5f-000000000001",
  campaign_lead_id: "0190f1c2-7a3b-7c4d-8e5f-000000000002",
  step_index: 1,
  attempt: 1,
  lease_token: "0190f1c2-7a3b-7c4d-8e5f-000000000003",
  transport: "smtp",
  message_id: "<1@example.com>",
  recipient: "ada@example.com",
  recipient_name: null,
  from_address: "mira@example.com",
  from_name: null,
  subject: "Hello",
  body: "Hello Ada,\n\nsee shop.example.",
  footer: "Northwind Ltd",
  html: true,
}
const LINKS = { publicUrl: "https://shop.example", unsubscribeKey: "key" }

describe("a mail's text as HTML", () => {
  it.each([
    ["several paragraphs", "Hello Ada,\n\nhow are you?\n"],
    ["what looks like markup", '<script>alert("1")</script> & <b>bold</b> 1 < 2 > 0'],
    ["what looks like an entity", "&lt;b&gt; &amp;amp; &nbsp;"],
    [
      "links and addresses",
      "See https://shop.example/a?b=1&c=2, shop.example or mira@example.com.",
    ],
    ["letters of many scripts", "Zoë, Łukasz, 你好, مرحبا, 👩‍🚀"],
  ])("reads as the text does: %s", (_, text) => {
    const html = textToHtml(text)
    expect(readOf(html)).toBe(text)
    expect(html).not.toMatch(/<script|<b>/)
  })

  it("is there only where the campaign says so, and says what the text says", () => {
    expect(toOutgoingMail({ ...SEND, html: false }, LINKS).html).toBeNull()
    const mail = toOutgoingMail(SEND, LINKS)
    expect(readOf(mail.html ?? "")).toBe(mail.text)
    expect(mail.text.startsWith(`${SEND.body}\n\n-- \n${SEND.footer}\nhttps://shop.example/`)).toBe(
      true
    )
  })
})

describe("the page for unsubscribing", () => {
  it.each([
    ["de", "de", "Abmelden"],
    ["de-AT", "de", "Abmelden"],
    ["German", "de", "Abmelden"],
    ["en", "en", "Unsubscribe"],
    ["fr", "en", "Unsubscribe"],
    ['"><script>', "en", "Unsubscribe"],
  ])("for a lead whose language is %s is in %s", (language, code, title) => {
    for (const isDone of [false, true]) {
      const page = unsubscribePage({ language, isDone })
      expect(page).toContain(`<html lang="${code}">`)
      expect(page).toContain(`<h1>${title}</h1>`)
      expect(page).not.toContain("<script>")
      expect(page.includes("<button>")).toBe(!isDone)
    }
  })
})

describe("where links in mails lead", () => {
  const urlOf = (sending: object, backendUrl?: string, env: NodeJS.ProcessEnv = {}) =>
    resolvePublicUrl(
      parseDeliveryOptions({ sending }),
      // The rest of the host's configuration is not looked at.
      { admin: { backendUrl } } as Parameters<typeof resolvePublicUrl>[1],
      env
    )

  it("is the option, else the host's own address, else this machine while one develops", () => {
    const production = { NODE_ENV: "production" }
    expect(urlOf({ publicUrl: "https://a.example//" }, "https://b.example")).toBe(
      "https://a.example"
    )
    expect(urlOf({}, "https://b.example/", production)).toBe("https://b.example")
    expect(urlOf({}, "/", { PORT: "9001" })).toBe("http://localhost:9001")
    expect(urlOf({}, "/", production)).toBeNull()
  })

  it.each(["shop.example", "ftp://shop.example", ""])("is never %j", (publicUrl) => {
    expect(() => urlOf({ publicUrl })).toThrow(/publicUrl/)
  })
})
