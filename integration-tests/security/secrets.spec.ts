import { everythingSaid } from "./everything-said"
import { randomInt } from "node:crypto"
import path from "node:path"
import { LLMock } from "@copilotkit/aimock"
import { Redis } from "ioredis"
import type { OutreachModuleService } from "../../src/modules/outreach"
import { playgroundOf } from "../http/playground/client"
import { hostSuite } from "../../testing/host-suite"
import { createCampaign } from "../../testing/outreach-fixtures"

const KEY = "sk-secret-of-the-provider"
const PROMPT = "secret-of-the-prompt"
const LEAD = "secret-of-the-lead"
const DRAFT = "secret-of-the-draft"

// The suite's options are read before anything can be awaited, so the port is drawn, not asked for.
const port = randomInt(20_000, 30_000)
const server = new LLMock({ port, journalMaxEntries: 0 })

const playground = {
  generators: [
    {
      resolve: path.resolve(__dirname, "../../src/providers/ai-sdk"),
      options: { baseURL: `http://127.0.0.1:${port}/v1`, apiKey: KEY, model: "tiny" },
    },
  ],
  maxAttempts: 2,
  backoffMs: 10,
}

beforeAll(async () => {
  await server.start()
  const echo = `No: key ${KEY}, prompt ${PROMPT}, lead ${LEAD}`
  server.onMessage(/refused@/, { error: { message: echo }, status: 401 })
  server.onMessage(/broken@/, { error: { message: echo }, status: 500 })
  server.onMessage(/garbage@/, { content: `{"subject": "${DRAFT} ${PROMPT}` })
  server.onMessage(/./, { content: JSON.stringify({ subject: DRAFT, body: `${DRAFT}, Ada` }) })
})
afterAll(() => server.stop())

hostSuite("a run with good calls and bad ones", { playground, queue: "redis" }, (host) => {
  const commands: string[] = []
  let monitor: Redis
  beforeAll(async () => {
    const connection = new Redis(host.redisUrl())
    // A connection of its own.
    monitor = await connection.monitor()
    connection.disconnect()
    monitor.on("monitor", (_: string, args: string[]) => commands.push(args.join(" ")))
  })
  afterAll(() => monitor.disconnect())

  const campaign = async () => {
    const { campaign_id } = await createCampaign(host, { leads: 0, system_prompt: PROMPT })
    const outreach = host.container().resolve<OutreachModuleService>("outreach")
    await outreach.addCampaignLeads(
      campaign_id,
      ["refused", "broken", "garbage", "good", "better"].map((name) => ({
        email: `${name}@example.com`,
        company: LEAD,
        attributes: { note: LEAD },
      }))
    )
    return playgroundOf(host, campaign_id)
  }

  it("says no key, password, prompt, lead or draft in its logs, its jobs and the reasons it gives", async () => {
    const client = await campaign()
    const id = await client.generate()
    const status = await client.finished(id)
    expect(status.overall).toMatchObject({ succeeded: 2, failed: 3 })
    await client.post("retry", { batch_id: id }).expect(202)
    await client.finished(id)
    await client.post("cancel", { batch_id: await client.generate() }).expect(200)

    const refused = await client.post("generate", { step_index: 99 })
    expect(refused.status).toBe(400)
    const csv = `email,company\n${LEAD}@,${LEAD}\n`
    await host
      .request()
      .post(client.url("").replace("/playground/", "/leads"))
      .set({ ...host.adminHeaders(), "Content-Type": "text/csv" })
      .send(csv)
      .expect(200)
    // A statement that the database refuses has all of them in its parameters.
    await host.query("alter table playground_draft_input rename column lead_snapshot to gone")
    const broken = await fetch(`${host.baseUrl()}${client.url("generate")}`, {
      method: "POST",
      headers: { ...host.adminHeaders(), "Content-Type": "application/json" },
      body: JSON.stringify({ step_index: 1, custom_prompt: PROMPT }),
    })
    expect(broken.status).toBe(500)
    await host.query("alter table playground_draft_input rename column gone to lead_snapshot")

    const logs = everythingSaid()
    // What it does say, so that silence is not taken for secrecy.
    expect(logs).toContain(`finished batch ${id}`)
    expect(logs).toContain("attempt failed with key_refused")
    expect(logs).toContain("create batch")
    const jobs = commands.filter((command) => command.includes(host.queuePrefix)).join("\n")
    expect(jobs).toContain("d-")
    const reasons = JSON.stringify([status, refused.body, await broken.json()])
    for (const secret of [KEY, PROMPT, LEAD, DRAFT, "postgres:postgres@"]) {
      expect({ secret, in: "logs", found: logs.includes(secret) }).toMatchObject({ found: false })
      expect({ secret, in: "jobs", found: jobs.includes(secret) }).toMatchObject({ found: false })
    }
    // A subject's beginning is what the status shows on purpose.
    for (const secret of [KEY, PROMPT, LEAD]) expect(reasons).not.toContain(secret)
  })
})
