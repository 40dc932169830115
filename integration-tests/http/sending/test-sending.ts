import { simpleParser } from "mailparser"
import { eventually } from "../../../testing/eventually"
import type { Host } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { approvedCampaign, FOOTER, NOBODY, readOutbox } from "./client"

/** What people do with a campaign's mails. */
export function testSending(host: Host): void {
  const headers = () => host.adminHeaders()

  it("sends approved mails once, word for word, and whoever unsubscribes gets no more", async () => {
    const { api, drafts } = await approvedCampaign(host, headers())
    const preview = await api("get", "/sending/preview?step_index=1").expect(200)
    expect(preview.body).toMatchObject({ ready: 3, held_back: [], transport: "outbox" })
    expect(preview.body.footer).toContain("https://shop.example/api/v1/playground/unsubscribe/")
    expect(preview.body.days).toMatchObject([{ count: 3 }])

    const sent = await api("post", "/sending").send({ step_index: 1 }).expect(202)
    expect(sent.body).toMatchObject({ scheduled: 3, held_back: [] })
    expect(sent.body.undo_until).not.toBeNull()
    const again = await api("post", "/sending").send({ step_index: 1 }).expect(202)
    expect(again.body).toMatchObject({ scheduled: 0, held_back: [], undo_until: null })

    await eventually(
      async () => {
        const { body } = await api("get", "/sends?status=accepted&step_index=1")
        return body.count === 3
      },
      { withinMs: 30_000, because: "all three are accepted" }
    )
    const mails = await readOutbox(host)
    expect(mails).toHaveLength(3)
    const parsed = await simpleParser(mails[0]?.eml ?? "")
    const draft = drafts.find(({ subject }) => subject === parsed.subject)
    expect(parsed.text?.startsWith(`${draft?.body}\n\n-- \nNorthwind Ltd`)).toBe(true)
    expect(mails[0]?.eml).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)

    const link = /https:\/\/shop\.example(\/\S+)/.exec(parsed.text ?? "")?.[1] ?? ""
    // A scanner opens it: nothing changes.
    const page = await host.request().get(link).set("Accept-Language", "de").expect(200)
    expect(page.text).toContain("Abmelden")
    const list = () => host.request().get("/api/v1/suppressions").set(headers())
    expect((await list()).body.count).toBe(0)
    await host
      .request()
      .post(link)
      .type("form")
      .send({ "List-Unsubscribe": "One-Click" })
      .expect(200)
    await host.request().post(link).expect(200)
    expect((await list()).body.suppressions).toMatchObject([
      { kind: "address", reason: "unsubscribed", value: mails[0]?.recipient },
    ])
    // What is not ours looks the same, and says nothing.
    const forged = await host
      .request()
      .post(`${link.slice(0, -1)}x`)
      .expect(200)
    const good = await host.request().post(link).expect(200)
    expect(forged.text).toBe(good.text)
    expect((await list()).body.count).toBe(1)

    const next = await approvedCampaign(host, headers())
    const held = await next.api("get", "/sending/preview").expect(200)
    expect(held.body).toMatchObject({
      ready: 2,
      held_back: [{ reason: "suppressed", count: 1 }],
    })
  })

  it("pauses, goes on, takes back and sends again", async () => {
    const { api } = await approvedCampaign(host, headers())
    await api("post", "/sending/pause").expect(200)
    await api("post", "/sending").send({ step_index: 1 }).expect(202)
    const paused = await api("get", "/sending/preview").expect(200)
    expect(paused.body).toMatchObject({ is_paused: true, counts: { scheduled: 3 } })
    const cancelled = await api("post", "/sending/cancel").expect(200)
    expect(cancelled.body.cancelled_count).toBe(3)
    await api("post", "/sending/resume").expect(200)
    const { body } = await api("post", "/sending").send({ step_index: 1 }).expect(202)
    expect(body.scheduled).toBe(3)
    await eventually(async () => (await api("get", "/sends?status=accepted")).body.count === 3, {
      withinMs: 30_000,
      because: "all three are accepted",
    })
  })

  it("tells who did what to a campaign's sending, and when, the newest first", async () => {
    const admin = await host.createAdmin("mira@example.com")
    const { api, lead_ids } = await approvedCampaign(host, admin.headers)
    await api("post", "/sending/pause").expect(200)
    await api("post", "/sending/pause").expect(200)
    await api("post", "/sending").send({ step_index: 1 }).expect(202)
    await api("post", `/leads/${lead_ids[0]}/replied`).expect(200)
    await api("post", "/sending/cancel").expect(200)
    const { body } = await api("get", "/sending/history").expect(200)
    const of = (action: string, said: object) => expect.objectContaining({ action, ...said })
    expect(body.history).toEqual([
      of("cancel", { count: 2, reason: "cancelled", recipient: null }),
      of("cancel", { count: 1, reason: "replied" }),
      of("replied", {
        campaign_lead_id: lead_ids[0],
        recipient: expect.stringContaining("@"),
      }),
      of("schedule", { step_index: 1, count: 3 }),
      of("pause", { changed: null }),
      of("settings", { changed: ["undo_seconds", "footer"] }),
    ])
    for (const { actor_name, created_at } of body.history) {
      expect(actor_name).toBe("mira@example.com")
      expect(Date.now() - Date.parse(created_at)).toBeLessThan(60_000)
    }
    const second = await api("get", "/sending/history?offset=1&limit=2").expect(200)
    expect(second.body).toEqual({
      history: body.history.slice(1, 3),
      count: 6,
      offset: 1,
      limit: 2,
    })
  })

  it("shows a mail of the outbox as a mail program would, and by campaign", async () => {
    const { campaign_id, api, drafts } = await approvedCampaign(host, headers(), 1)
    await api("patch", "")
      .send({ sending: { html: true } })
      .expect(200)
    await api("post", "/sending").send({ step_index: 1 }).expect(202)
    const mine = `/api/v1/playground/outbox?campaign_id=${campaign_id}`
    const read = async () => {
      const { body } = await host.request().get(mine).set(headers()).expect(200)
      return (body as { mails: { id: string; recipient: string }[] }).mails[0]
    }
    const mail = await eventually(read, {
      withinMs: 30_000,
      because: "the mail is in the outbox",
    })
    const { body } = await host
      .request()
      .get(`/api/v1/playground/outbox/${mail?.id}`)
      .set(headers())
      .expect(200)
    const [draft] = drafts
    expect(body.mail).toMatchObject({ subject: draft?.subject, recipient: mail?.recipient })
    expect(body.mail.to).toContain(mail?.recipient)
    expect(body.mail.text.startsWith(`${draft?.body}\n\n-- \nNorthwind Ltd`)).toBe(true)
    expect(body.mail.html).toContain("unsubscribe")
    expect(body.mail.headers).toContainEqual({
      name: "List-Unsubscribe-Post",
      value: "List-Unsubscribe=One-Click",
    })
    const other = await host
      .request()
      .get(`/api/v1/playground/outbox?campaign_id=${NOBODY}`)
      .set(headers())
    expect(other.body.count).toBe(0)
  })

  it("names the transports that a campaign may choose", async () => {
    const { body } = await host.request().get("/api/v1/playground/transports").set(headers())
    const others = { is_default: false, is_trial: false }
    expect(body.transports).toEqual([
      { id: "outbox", is_default: true, default_from: "outbox@shop.example", is_trial: true },
      { id: "smtp", default_from: "shop@example.com", ...others },
      { id: "notification", default_from: "shop@example.com", ...others },
    ])
  })

  it("lets a person settle a mail of which nobody knows whether it went, once", async () => {
    const { campaign_id, api } = await approvedCampaign(host, headers(), 1)
    await api("post", "/sending").send({ step_index: 1 }).expect(202)
    const sendsOf = async (status: string): Promise<{ id: string }[]> =>
      (await api("get", `/sends?status=${status}`)).body.sends
    await eventually(async () => (await sendsOf("accepted")).length === 1, {
      withinMs: 30_000,
      because: "the mail is accepted",
    })
    // As if its process had died, with a transport that nobody can ask any more.
    await host.query(
      `update delivery_send set status = 'unknown', accepted_at = null, transport = 'gone'
        where campaign_id = $1`,
      [campaign_id]
    )
    const [unknown] = await sendsOf("unknown")
    const health = await host.request().get("/api/v1/playground/health").set(headers()).expect(200)
    expect(health.body).toMatchObject({
      status: "degraded",
      reasons: [expect.stringContaining("whether they went: 1")],
      delivery: { sends: { unknown: 1, scheduled: 0, in_flight: 0 } },
    })
    const path = `/sends/${unknown?.id}/resolve`
    const { body } = await api("post", path).send({ as: "sent" }).expect(200)
    expect(body.send).toMatchObject({ id: unknown?.id, status: "accepted" })
    await api("post", path).send({ as: "send_again" }).expect(400)
    expect(await sendsOf("accepted")).toHaveLength(1)
  })

  it("ends the sequence of a lead that has replied", async () => {
    const { api, lead_ids } = await approvedCampaign(host, headers())
    const path = `/leads/${lead_ids[0]}/replied`
    await api("post", path).expect(200)
    await api("post", path).expect(200)
    const { body } = await api("get", "/sending/preview").expect(200)
    expect(body).toMatchObject({ ready: 2, held_back: [{ reason: "replied", count: 1 }] })
    await api("post", `/leads/${NOBODY}/replied`).expect(404)
  })

  it("says why a campaign without a footer, or one that is not active, sends nothing", async () => {
    const { api } = await approvedCampaign(host, headers())
    await api("patch", "")
      .send({ sending: { footer: "  " } })
      .expect(200)
    const none = await api("post", "/sending").send({ step_index: 1 }).expect(202)
    expect(none.body).toMatchObject({
      scheduled: 0,
      held_back: [{ reason: "no_footer", count: 3 }],
    })
    await api("patch", "")
      .send({ status: "paused", sending: { footer: FOOTER } })
      .expect(200)
    const paused = await api("get", "/sending/preview").expect(200)
    expect(paused.body.held_back).toEqual([{ reason: "campaign_not_active", count: 3 }])
  })

  it("with four eyes, who approved may not send", async () => {
    const { api } = await approvedCampaign(host, headers())
    const { body } = await api("patch", "")
      .send({ sending: { four_eyes: true } })
      .expect(200)
    expect(body.campaign.sending).toMatchObject({ four_eyes: true, footer: FOOTER })
    const mine = await api("get", "/sending/preview").expect(200)
    expect(mine.body.held_back).toEqual([{ reason: "four_eyes", count: 3 }])
  })

  it.each([
    [{ time_zone: "Mars/Olympus" }],
    [{ time_zone: "+02:00" }],
    [{ days: [] }],
    [{ days: ["mon", "mon"] }],
    [{ from: "25:00" }],
    [{ from: "18:00", to: "09:00" }],
    [{ daily_limit: 0 }],
    [{ undo_seconds: 3_601 }],
    [{ transport: "pigeon" }],
    [{ unknown: 1 }],
  ])("refuses the settings %j, and names them", async (sending) => {
    const { campaign_id } = await createCampaign(host, { leads: 1 })
    const { body } = await host
      .request()
      .patch(`/api/v1/campaigns/${campaign_id}`)
      .set(headers())
      .send({ sending })
      .expect(400)
    expect(body.message).toMatch(/sending/)
  })

  it("sends one draft to the signed-in user alone, marked as a test, twenty times an hour", async () => {
    const admin = await host.createAdmin("mira@example.com")
    const { api, drafts } = await approvedCampaign(host, admin.headers)
    const path = `/playground/drafts/${drafts[0]?.id}/test-send`
    const asked = await api("post", path).expect(200)
    expect(asked.body).toEqual({ to: "mira@example.com", is_trial: true })
    const [mail] = await readOutbox(host)
    const parsed = await simpleParser(mail?.eml ?? "")
    expect(parsed.subject).toBe(`[Test] ${drafts[0]?.subject}`)
    expect(parsed.text).toMatch(/\n\n-- \nNorthwind Ltd, 1 Main Street\nNo more mails: https:/)
    const more = await Promise.all(Array.from({ length: 24 }, () => api("post", path)))
    expect(more.filter(({ status }) => status === 200)).toHaveLength(19)
    const refused = more.find(({ status }) => status === 400)
    expect(refused?.body).toMatchObject({ code: "test_limit", params: { max: 20 } })
    const { body } = await api("get", "/sends").expect(200)
    expect(body.count).toBe(0)
    await api("post", `/playground/drafts/${NOBODY}/test-send`).expect(404)
  })

  it("sends as a test what is on the screen: an edit, else what was approved, else the draft", async () => {
    const admin = await host.createAdmin("mira@example.com")
    const { api, drafts } = await approvedCampaign(host, admin.headers, 1)
    const [draft] = drafts
    const lead = `/leads/${draft?.campaign_lead_id}`
    const test = (body?: object) =>
      api("post", `/playground/drafts/${draft?.id}/test-send`).send(body)
    const arrived = async (subject: string) => {
      const mails = await Promise.all((await readOutbox(host)).map(({ eml }) => simpleParser(eml)))
      const found = mails.find((mail) => mail.subject === `[Test] ${subject}`)
      return found?.text?.split("\n\n-- \n")[0]
    }
    await test({ subject: "Édité", body: "An edit\n\nof two lines." }).expect(200)
    expect(await arrived("Édité")).toBe("An edit\n\nof two lines.")

    const approval = {
      step_index: 1,
      draft_id: draft?.id,
      subject: "Approved",
      body: "As approved.",
    }
    await api("post", `${lead}/approve`).send(approval).expect(200)
    await test().expect(200)
    expect(await arrived("Approved")).toBe("As approved.")

    await api("post", `${lead}/unapprove`).send({ step_index: 1 }).expect(200)
    await test({ subject: null, body: null }).expect(200)
    expect(await arrived(draft?.subject ?? "")).toBe(draft?.body)
  })

  it.each([
    [{ subject: "Half" }],
    [{ body: "Half" }],
    [{ subject: "Two\nlines", body: "Text" }],
    [{ subject: "", body: "Text" }],
    [{ subject: "Hello", body: "Text", to: "somebody@example.com" }],
  ])("does not send %j as a test", async (text) => {
    const { api, drafts } = await approvedCampaign(host, headers(), 1)
    await api("post", `/playground/drafts/${drafts[0]?.id}/test-send`).send(text).expect(400)
    expect(await readOutbox(host)).toEqual([])
  })

  it("answers 404 for a campaign that is not there", async () => {
    const path = (rest: string) => `/api/v1/campaigns/${NOBODY}${rest}`
    const call = (method: "get" | "post", rest: string, body?: object) => {
      const request = host.request()[method](path(rest)).set(headers())
      return (body ? request.send(body) : request).expect(404)
    }
    await call("get", "/sending/preview?step_index=1")
    await call("get", "/sends")
    await call("get", "/sending/history")
    await call("post", "/sending", { step_index: 1 })
    for (const action of ["pause", "resume", "cancel"]) await call("post", `/sending/${action}`)
    await call("post", `/sends/${NOBODY}/resolve`, { as: "sent" })
  })
}
