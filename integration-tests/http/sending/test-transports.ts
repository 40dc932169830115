import { simpleParser } from "mailparser"
import { eventually } from "../../../testing/eventually"
import type { Host } from "../../../testing/host-suite"
import { SmtpProcess } from "../../../testing/mail/smtp-process"
import { useSmtpPort } from "../../../testing/mail/late-smtp"
import { NotificationTransport } from "../../../src/providers/notification/service"
import {
  outcomeOf,
  outgoingMail,
  runMailTransportConformance,
} from "../../conformance/mail-transport"
import { playgroundOf } from "../playground/client"
import { approvedCampaign, campaignApi, FOOTER } from "./client"
import { whileHearing } from "./heard-events"

const CSV = `E-Mail;Vorname;Firma
ada@example.com;Ada;Analytical Engines
zoe@example.org;Zoë;Größe & Söhne
`

/** Mails that leave the host: to a mail server, and through the host's Notification Module. */
export function testTransports(host: Host): void {
  let server: SmtpProcess
  beforeAll(async () => {
    server = await SmtpProcess.start()
    useSmtpPort(server.port)
  })
  afterAll(() => server.stop())
  const received = async (message_id: string) =>
    (await server.received()).filter(({ raw }) => raw.includes(`Message-ID: ${message_id}`))

  it("from a CSV to the mail server: word for word, once, with an unsubscribe that works", async () => {
    const headers = host.adminHeaders()
    const post = (path: string) => host.request().post(`/api/v1${path}`).set(headers)
    const { body: made } = await post("/campaigns")
      .send({
        name: "Autumn",
        status: "active",
        system_prompt: "Subject: Hello {{ lead.first_name }}\n\nGood day, {{ lead.company }}.",
        steps: [
          {
            step_index: 1,
            delay_days: 0,
            channel: "email",
            variants: [
              {
                label: "A",
                weight: 1,
                type: "PERSONALIZATION",
                template: null,
                sender_profile_id: null,
              },
            ],
          },
        ],
      })
      .expect(200)
    const { id: campaign_id } = made.campaign as { id: string }
    const api = campaignApi(host, campaign_id, headers)
    await api("post", "/leads").type("text/csv").send(CSV).expect(200)
    await api("patch", "")
      .send({ sending: { footer: FOOTER, undo_seconds: 0, transport: "smtp" } })
      .expect(200)
    const playground = playgroundOf(host, campaign_id)
    const batch_id = await playground.generate({ n_leads: 2 })
    await playground.finished(batch_id)
    const drafts = await playground.drafts(batch_id)
    await api("post", "/playground/approve")
      .send({ batch_id, draft_ids: drafts.map(({ id }) => id) })
      .expect(200)
    const before = (await server.received()).length
    await api("post", "/sending").send({ step_index: 1 }).expect(202)
    await eventually(async () => (await api("get", "/sends?status=accepted")).body.count === 2, {
      withinMs: 30_000,
      because: "both mails are accepted",
    })
    await api("post", "/sending").send({ step_index: 1 }).expect(202)

    const mails = (await server.received()).slice(before)
    expect(mails.map(({ to }) => to).sort()).toEqual([["ada@example.com"], ["zoe@example.org"]])
    const parsed = await Promise.all(mails.map(({ raw }) => simpleParser(raw)))
    for (const draft of drafts) {
      const mail = parsed.find(({ subject }) => subject === draft.subject)
      const [body, footer] = mail?.text?.split("\n\n-- \n") ?? []
      expect(body).toBe(draft.body)
      expect(footer).toMatch(
        /^Northwind Ltd, 1 Main Street\nNo more mails: https:\/\/shop\.example/
      )
    }
    const zoe = parsed.find(({ text }) => text?.includes("Größe & Söhne"))
    const link = /https:\/\/shop\.example(\/\S+)/.exec(zoe?.text ?? "")?.[1] ?? ""
    await whileHearing(host, async (heard) => {
      await host.request().post(link).type("form").send("List-Unsubscribe=One-Click").expect(200)
      await eventually(() => heard.length > 0, { withinMs: 30_000, because: "it is heard" })
      const data = { id: expect.any(String), reason: "unsubscribed", source: "unsubscribe link" }
      expect(heard).toEqual([{ name: "playground.email.suppressed", data }])
    })
    const { body: list } = await host.request().get("/api/v1/suppressions").set(headers)
    expect(list.suppressions).toMatchObject([
      { value: "zoe@example.org", reason: "unsubscribed", created_by_name: null },
    ])
  })

  it.each([
    ["takes a mail", { at: "accept", do: "accept" }, "accepted", "playground.email.sent"],
    [
      "refuses a mail",
      { at: "rcpt", do: "reply", code: 550 },
      "rejected",
      "playground.email.rejected",
    ],
    ["cuts after DATA", { at: "data", do: "cut" }, "unknown", "playground.email.unknown"],
  ] as const)(
    "the host's bus hears of a server that %s, with ids and never an address or a text",
    async (_, behaviour, status, name) => {
      const { campaign_id, lead_ids, api } = await approvedCampaign(host, host.adminHeaders(), 1)
      await api("patch", "")
        .send({ sending: { transport: "smtp" } })
        .expect(200)
      await server.tell(behaviour)
      try {
        await whileHearing(host, async (heard) => {
          await api("post", "/sending").send({ step_index: 1 }).expect(202)
          await eventually(() => heard.length > 0, {
            withinMs: 30_000,
            because: `${name} is heard`,
          })
          const { body } = await api("get", `/sends?status=${status}`).expect(200)
          const ids = {
            id: body.sends[0]?.id,
            campaign_id,
            campaign_lead_id: lead_ids[0],
            step_index: 1,
          }
          const code = status === "rejected" ? { code: "smtp_refused" } : {}
          expect(heard).toEqual([{ name, data: { ...ids, ...code } }])
        })
      } finally {
        await server.tell({ at: "accept", do: "accept" })
      }
    }
  )

  it("says in a code why a mail server did not take a test", async () => {
    const admin = await host.createAdmin("mira@example.com")
    const { api, drafts } = await approvedCampaign(host, admin.headers, 1)
    await api("patch", "")
      .send({ sending: { transport: "smtp" } })
      .expect(200)
    const test = () => api("post", `/playground/drafts/${drafts[0]?.id}/test-send`)
    expect((await test().expect(200)).body).toMatchObject({ is_trial: false })
    const refusals = [
      ["smtp_refused", { at: "rcpt", do: "reply", code: 550 }],
      ["smtp_deferred", { at: "rcpt", do: "reply", code: 450 }],
      ["no_answer", { at: "data", do: "cut" }],
    ] as const
    try {
      for (const [reason, behaviour] of refusals) {
        await server.tell(behaviour)
        const { body } = await test().expect(400)
        expect(body).toMatchObject({ code: "test_not_taken", params: { reason } })
      }
    } finally {
      await server.tell({ at: "accept", do: "accept" })
    }
  })

  runMailTransportConformance(
    "notification",
    () =>
      Promise.resolve({
        transport: new NotificationTransport({}, { from: "shop@example.com" }),
        arrived: async (id) => (await received(id))[0]?.raw,
        count: async (id) => (await received(id)).length,
      }),
    () => Promise.resolve()
  )

  it("the host's Notification Module: a campaign sends through it, with its headers", async () => {
    const { campaign_id, api, drafts } = await approvedCampaign(host, host.adminHeaders(), 1)
    await api("patch", "")
      .send({ sending: { transport: "notification" } })
      .expect(200)
    await api("post", "/sending").send({ step_index: 1 }).expect(202)
    const send = await eventually(
      async () => {
        const { body } = await api("get", "/sends?status=accepted").expect(200)
        return (body.sends as { message_id: string }[])[0]
      },
      { withinMs: 30_000, because: `campaign ${campaign_id} sends its mail` }
    )
    const [mail] = await received(send?.message_id ?? "")
    expect(mail?.raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    const parsed = await simpleParser(mail?.raw ?? "")
    expect(parsed.subject).toBe(drafts[0]?.subject)
    expect(parsed.text?.startsWith(`${drafts[0]?.body}\n\n-- \n`)).toBe(true)
  })

  it("the host's Notification Module: what nobody could take is refused, what failed is unknown", async () => {
    const other = new NotificationTransport({}, { channel: "pigeon" })
    expect(await outcomeOf(other, outgoingMail())).toEqual({
      outcome: "deferred",
      code: "no_notification_provider",
    })
    const transport = new NotificationTransport({}, {})
    const refused = outgoingMail({ to: { name: null, address: "refused@example.com" } })
    expect(await outcomeOf(transport, refused)).toEqual({ outcome: "unknown" })
    expect(await transport.lookUp(refused.message_id)).toBe("unknown")
    // A person sends it again: the host's own memory of the first attempt does not swallow it.
    const again = { ...refused, to: { name: null, address: "found@example.com" } }
    expect(await outcomeOf(transport, again)).toEqual({ outcome: "accepted" })
    expect(await received(refused.message_id)).toHaveLength(1)
    const [record] = await host.query<{ stored: string }>(
      `select row_to_json(noti)::text as stored from notification as noti
        where noti.resource_id = $1 and noti.status = 'success'`,
      [refused.message_id]
    )
    expect(record?.stored).not.toContain(refused.text)
  })
}
