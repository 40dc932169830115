import { randomInt } from "node:crypto"
import path from "node:path"
import { LLMock } from "@copilotkit/aimock"
import { eventually } from "../../../testing/eventually"
import { hostSuite } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { playgroundOf } from "../playground/client"
import { HOSTILE_LEADS } from "./corpus"

// The suite's options are read before anything can be awaited, so the port is drawn, not asked for.
const port = randomInt(20_000, 30_000)
const server = new LLMock({ port, journalMaxEntries: 0 })

const playground = {
  generators: [
    {
      resolve: path.resolve(__dirname, "../../../src/providers/ai-sdk"),
      options: { baseURL: `http://127.0.0.1:${port}/v1`, model: "tiny" },
    },
  ],
}

interface SentLead {
  email: string
  first_name?: string
  company?: string
}

/** The data block of the messages that were sent, which must be the last thing in them. */
function dataIn(messages: { role: string; content: unknown }[]): { lead: SentLead } {
  const user = String(messages.at(-1)?.content)
  const [, data = ""] = /<data>\n([^]*)\n<\/data>$/.exec(user) ?? []
  return JSON.parse(data) as { lead: SentLead }
}

beforeAll(async () => {
  await server.start()
  // A model that falls for whatever it reads: it repeats the data.
  server.onMessage(/./, ({ messages }) => {
    const { lead } = dataIn(messages)
    const body = `Hi ${lead.first_name ?? "there"},\n\nhow are things at ${lead.company ?? "work"}?`
    return { content: JSON.stringify({ subject: `For ${lead.email}`, body }) }
  })
})
afterAll(() => server.stop())

hostSuite("leads that mean no good", { playground }, (host) => {
  it("are drafted one by one, touch no other row, and are flagged where they give orders", async () => {
    expect(HOSTILE_LEADS.length).toBeGreaterThanOrEqual(60)
    const { campaign_id, lead_ids: good } = await createCampaign(host, {
      leads: 2,
      system_prompt: "Write two lines to the lead.",
    })
    const headers = host.adminHeaders()
    const leads = HOSTILE_LEADS.map(({ about: _, givesOrders: __, ...lead }, place) => ({
      email: `hostile-${place}@example.net`,
      ...lead,
    }))
    const url = `/api/v1/campaigns/${campaign_id}/leads`
    const imported = await host.request().post(url).set(headers).send({ leads }).expect(200)
    expect(imported.body).toMatchObject({ created: leads.length, skipped: 0, errors: [] })

    const client = playgroundOf(host, campaign_id)
    const batchId = await client.generate({ n_leads: 200 })
    const { overall } = await client.finished(batchId)
    expect(overall).toMatchObject({
      succeeded: leads.length + 2,
      failed: 0,
      total: leads.length + 2,
    })

    const sent = server.getRequests().map(({ body }) => body as { messages: { content: string }[] })
    expect(sent).toHaveLength(leads.length + 2)
    for (const { messages } of sent) {
      const [system, user] = messages.map(({ content }) => content)
      // The instruction is the same for all: nothing of a lead gets into it.
      expect(system).toBe(sent[0]?.messages[0]?.content)
      expect(user?.match(/<\/?data>/g)).toEqual(["<data>", "</data>"])
    }

    const drafts = await client.drafts(batchId)
    expect(new Set(drafts.map(({ subject }) => subject)).size).toBe(leads.length + 2)
    const ids = drafts.map(({ campaign_lead_id }) => campaign_lead_id)
    expect(ids.slice(0, 2)).toEqual(good)
    expect(drafts.slice(0, 2).map(({ flags }) => flags)).toEqual([[], []])
    const isFlagged = (place: number) =>
      !!drafts[place + 2]?.flags.some(({ code }) => code === "suspicious_lead_data")
    expect(HOSTILE_LEADS.filter((_, place) => isFlagged(place)).map(({ about }) => about)).toEqual(
      HOSTILE_LEADS.filter(({ givesOrders }) => givesOrders).map(({ about }) => about)
    )
    // What came back is text, as it was sent to the model.
    const markup = HOSTILE_LEADS.findIndex(({ first_name }) => first_name?.startsWith("<img"))
    expect(drafts[markup + 2]?.body).toContain("Hi <img src=x onerror=alert(1)>,")
  })

  it("cannot make the prompt's own placeholders run a template", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 1 })
    const headers = host.adminHeaders()
    const company = "{{ sender.secret }} {% for x in (1..9) %}x{% endfor %}"
    await host
      .request()
      .post(`/api/v1/campaigns/${campaign_id}/leads`)
      .set(headers)
      .send({ leads: [{ email: "template@example.net", company }] })
      .expect(200)
    const client = playgroundOf(host, campaign_id)
    const before = server.getRequests().length
    const batchId = await client.generate({ custom_prompt: "Write to {{ lead.company }}." })
    await client.finished(batchId)
    await eventually(() => server.getRequests().length >= before + 2, {
      withinMs: 45_000,
      because: "both calls are in the server's journal",
    })
    const told = server
      .getRequests()
      .slice(before)
      .map(({ body }) => JSON.stringify(body))
    // The instruction names the fact, and its value stands among the data as it came.
    expect(told.every((text) => text.includes("Write to <lead.company>."))).toBe(true)
    expect(told.some((text) => text.includes(company))).toBe(true)
  })
})
