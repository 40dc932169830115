import { randomInt } from "node:crypto"
import path from "node:path"
import { LLMock, type ChaosConfig } from "@copilotkit/aimock"
import { eventually } from "../../../testing/eventually"
import { hostSuite } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { playgroundOf } from "../playground/client"
import { countCalls } from "./count-calls"

const LEADS = 200
const MAX_ATTEMPTS = 2
const CONCURRENCY = 40
// Generous: a call that is cut on a busy machine would be one too many.
const TIMEOUT_MS = 30_000

// The suite's options are read before anything can be awaited, so the port is drawn, not asked for.
const port = randomInt(20_000, 30_000)
const server = new LLMock({ port, journalMaxEntries: 0 })
let calls: ReturnType<typeof countCalls>

const playground = {
  generators: [
    {
      resolve: path.resolve(__dirname, "../../../src/providers/ai-sdk"),
      options: { baseURL: `http://127.0.0.1:${port}/v1`, model: "tiny" },
    },
  ],
  concurrency: CONCURRENCY,
  maxAttempts: MAX_ATTEMPTS,
  backoffMs: 10,
  generationTimeoutMs: TIMEOUT_MS,
}

beforeAll(async () => {
  await server.start()
  const body = "Hello, would you have ten minutes for us next week?"
  server.onMessage(/./, { content: JSON.stringify({ subject: "Hello", body }) })
})
afterAll(() => server.stop())

hostSuite("200 leads and a model server that fails", { playground }, (host) => {
  beforeEach(() => {
    server.clearRequests()
    server.clearChaos()
    calls = countCalls(port)
  })
  afterEach(() => {
    calls.stop()
    server.clearChaos()
  })

  const draft = async (chaos: ChaosConfig) => {
    const { campaign_id } = await createCampaign(host, { leads: LEADS })
    const client = playgroundOf(host, campaign_id)
    server.setChaos(chaos)
    return { client, id: await client.generate({ n_leads: LEADS }) }
  }

  it.each<[string, ChaosConfig, string]>([
    ["answers 500 to", { dropRate: 1 }, "provider_unavailable"],
    ["answers broken JSON to", { malformedRate: 1 }, "malformed_answer"],
    ["cuts the connection of", { disconnectRate: 1 }, "provider_unreachable"],
  ])(
    "that %s every call is called as often as there are attempts, then drafts all on retry",
    async (_, chaos, code) => {
      const { client, id } = await draft(chaos)
      const { overall, per_lead } = await client.finished(id)
      expect(overall).toMatchObject({ failed: LEADS, total: LEADS })
      expect(new Set(per_lead.map(({ error }) => error?.code))).toEqual(new Set([code]))
      expect(calls.started).toBe(LEADS * MAX_ATTEMPTS)

      server.clearChaos()
      await client.post("retry", { batch_id: id }).expect(202)
      expect((await client.finished(id)).overall).toMatchObject({ succeeded: LEADS, failed: 0 })
      expect(calls.started).toBe(LEADS * MAX_ATTEMPTS + LEADS)
      expect(await client.drafts(id)).toHaveLength(LEADS)
    }
  )

  it("that is slow but in time is called once for each lead", async () => {
    const { client, id } = await draft({ latencyMs: 100 })
    expect((await client.finished(id)).overall).toMatchObject({ succeeded: LEADS })
    expect(calls.started).toBe(LEADS)
  })

  it("that asks to wait is left alone by every worker until then, and no attempt is spent", async () => {
    const limited = () => server.getRequests().filter(({ response }) => response.status === 429)
    const { client, id } = await draft({ rateLimitRate: 1 })
    await eventually(() => limited().length > 0, {
      withinMs: 45_000,
      because: "the server answers 429",
    })
    // What was under way beside the first refusal is refused as well; nothing starts behind it.
    server.clearChaos()
    const { overall } = await client.finished(id)
    expect(overall).toMatchObject({ succeeded: LEADS, failed: 0 })
    expect(limited().length).toBeLessThanOrEqual(CONCURRENCY)
    expect(calls.started).toBe(LEADS + limited().length)
    const attempts = await host.query<{ attempt: number }>(
      "select distinct attempt from playground_draft_task where batch_id = $1",
      [id]
    )
    expect(attempts).toEqual([{ attempt: 1 }])
  })
})
