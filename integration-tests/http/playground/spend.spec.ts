import { randomInt, randomUUID } from "node:crypto"
import path from "node:path"
import { LLMock } from "@copilotkit/aimock"
import type { OutreachModuleService } from "../../../src/modules/outreach"
import type {
  BatchComparisonDTO,
  DraftBatchDTO,
  DraftPreviewDTO,
} from "../../../src/modules/playground"
import { hostSuite } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { playgroundOf } from "./client"
import { answerJudge, testJudging } from "./test-judging"

/** What each call is said to use. */
const USAGE = { prompt_tokens: 80, completion_tokens: 20, total_tokens: 100 }
const MAX_TOKENS = 1_000
const CONCURRENCY = 4
/** In dollars: 80 tokens at 5 a million and 20 at 10 a million. */
const CALL_COST = 0.0006

// The suite's options are read before anything can be awaited, so the port is drawn, not asked for.
const port = randomInt(20_000, 30_000)
const server = new LLMock({ port, journalMaxEntries: 0 })

const playground = {
  generators: [
    {
      resolve: path.resolve(__dirname, "../../../src/providers/ai-sdk"),
      id: "model",
      options: { baseURL: `http://127.0.0.1:${port}/v1`, model: "tiny" },
    },
  ],
  judge: {
    resolve: path.resolve(__dirname, "../../../src/providers/ai-sdk-judge"),
    options: { baseURL: `http://127.0.0.1:${port}/v1`, model: "tiny" },
    concurrency: 2,
  },
  concurrency: CONCURRENCY,
  maxAttempts: 2,
  backoffMs: 10,
  prices: { tiny: { input: 5, cachedInput: 0.5, output: 10 } },
  maxTokensPerBatch: MAX_TOKENS,
  maxActiveBatches: 2,
}

beforeAll(async () => {
  await server.start()
})
afterAll(() => server.stop())

hostSuite("what a batch spends and comes to", { playground }, (host) => {
  beforeEach(() => {
    server.clearFixtures()
    server.clearRequests()
    server.clearChaos()
    answerJudge(server)
    const content = JSON.stringify({ subject: "Hello", body: "How do you do?" })
    server.onMessage(/./, { content, usage: USAGE })
  })

  describe("judging drafts", () => testJudging(host))

  const batch = async (client: ReturnType<typeof playgroundOf>, id: string) =>
    (await client.get(`batches/${id}`).expect(200)).body.batch as DraftBatchDTO

  it("ends at the cap: the rest is cancelled with the reason, what was drafted stays", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 60 })
    const client = playgroundOf(host, campaign_id)
    const id = await client.generate({ n_leads: 60 })
    const { overall, per_lead } = await client.finished(id)

    const calls = server.getRequests().length
    const reached = MAX_TOKENS / USAGE.total_tokens
    expect(calls).toBeGreaterThanOrEqual(reached)
    expect(calls).toBeLessThanOrEqual(reached + CONCURRENCY)
    expect(overall).toMatchObject({ succeeded: calls, cancelled: 60 - calls, total: 60 })
    const cancelled = per_lead.filter(({ status }) => status === "cancelled")
    expect(new Set(cancelled.map(({ error }) => error?.code))).toEqual(
      new Set(["batch_tokens_cap"])
    )
    expect(cancelled[0]?.error?.message).toContain("maxTokensPerBatch")
    expect(await client.drafts(id)).toHaveLength(calls)
    expect(await batch(client, id)).toMatchObject({ status: "finished", cap_reached: "tokens" })
    await client.post("retry", { batch_id: id }).expect(400)
  })

  it("counts what failed answers used, and prices every answer", async () => {
    server.clearFixtures()
    server.onMessage(/lead-0@/, { content: "no e-mail at all", usage: USAGE })
    const content = JSON.stringify({ subject: "Hello", body: "How do you do?" })
    server.onMessage(/./, { content, usage: USAGE })
    const { campaign_id } = await createCampaign(host, { leads: 3 })
    const client = playgroundOf(host, campaign_id)
    const id = await client.generate({ n_leads: 3 })
    expect((await client.finished(id)).overall).toMatchObject({ succeeded: 2, failed: 1 })

    expect(server.getRequests()).toHaveLength(4)
    const { usage, cost, cap_reached } = await batch(client, id)
    expect(usage).toEqual({ input_tokens: 320, output_tokens: 80 })
    expect(cost).toEqual({ amount: expect.closeTo(4 * CALL_COST), currency_code: "usd" })
    expect(cap_reached).toBeNull()
  })

  it("has one system message for a whole batch, without anybody's data in it", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 3 })
    const client = playgroundOf(host, campaign_id)
    const id = await client.generate({
      custom_prompt: "Write to {{ first_name }} of {{ company }}.",
    })
    await client.finished(id)

    const systems = server.getRequests().map(({ body }) => JSON.stringify(Object(body).messages[0]))
    expect(systems).toHaveLength(3)
    expect(new Set(systems).size).toBe(1)
    expect(systems[0]).toContain("Write to <lead.first_name> of <lead.company>.")
    expect(systems[0]).not.toMatch(/First\d/)
  })

  it("is told beforehand, word for word, without a call", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 2 })
    const client = playgroundOf(host, campaign_id)
    const preview = async (body: object) =>
      (await client.post("preview", { step_index: 1, ...body }).expect(200)).body as DraftPreviewDTO
    const custom_prompt = "Write to {{ lead.first_name }}."
    const first = await preview({ custom_prompt, n_leads: 200 })
    expect(first).toMatchObject({
      campaign_lead_id: lead_ids[0],
      generator: "model",
      model: "tiny",
      prompt: custom_prompt,
      prompt_source: "request",
      rendered_prompt: "Write to First0.",
      instruction: {
        text: "Write to <lead.first_name>.",
        facts: [{ name: "lead.first_name", value: "First0" }],
      },
      missing_variables: [],
    })
    const { estimate, batch_estimate } = first
    expect(estimate?.input_tokens).toBeGreaterThan(100)
    expect(batch_estimate).toEqual({
      n_leads: 200,
      input_tokens: 200 * (estimate?.input_tokens ?? 0),
      output_tokens: 200 * (estimate?.output_tokens ?? 0),
      cost: { amount: expect.closeTo(200 * (estimate?.cost?.amount ?? 0)), currency_code: "usd" },
    })
    const missing = { custom_prompt: "{{ lead.title }} {{ lead.last_name | default: 'you' }}" }
    expect(await preview({ ...missing, campaign_lead_id: lead_ids[1] })).toMatchObject({
      campaign_lead_id: lead_ids[1],
      missing_variables: ["lead.title"],
      instruction: null,
      rendered_prompt: null,
      messages: [],
      estimate: null,
    })
    expect(server.getRequests()).toEqual([])

    const id = await client.generate({ custom_prompt, campaign_lead_ids: [lead_ids[0]] })
    await client.finished(id)
    const [sent] = server.getRequests()
    expect(sent?.body).toMatchObject({ messages: first.messages })
    expect(first.prompt_version_hash).toBe((await batch(client, id)).prompt_version_hash)
    // Now that the length of drafts is known, it is what the estimate says.
    expect((await preview({ custom_prompt })).estimate?.output_tokens).toBe(20)
  })

  it("is estimated for the leads of the batch that are ready, and for no others", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 5 })
    const outreach = host.container().resolve<OutreachModuleService>("outreach")
    await outreach.updateCampaignLead(campaign_id, lead_ids[1] ?? "", { company: null })
    const client = playgroundOf(host, campaign_id)
    const estimateOf = async (campaign_lead_ids: (string | undefined)[]) => {
      const custom_prompt = "Write to {{ lead.company }}."
      const body = { step_index: 1, custom_prompt, campaign_lead_ids }
      const answer = (await client.post("preview", body).expect(200)).body as DraftPreviewDTO
      return answer.batch.estimate
    }
    const one = await estimateOf(lead_ids.slice(0, 1))
    expect(one).toMatchObject({ output_tokens: 300, cost: { currency_code: "usd" } })
    const all = await estimateOf(lead_ids)
    expect(all?.output_tokens).toBe(4 * 300)
    expect(all?.input_tokens).toBeGreaterThan(3.8 * (one?.input_tokens ?? 0))
    expect(all?.input_tokens).toBeLessThan(4.2 * (one?.input_tokens ?? 0))
    expect(all?.cost?.amount).toBeGreaterThan(3.8 * (one?.cost?.amount ?? 0))
    // It costs nothing to ask for nobody who is ready, and so it is said.
    expect(await estimateOf(lead_ids.slice(1, 2))).toMatchObject({
      input_tokens: 0,
      output_tokens: 0,
      cost: { amount: 0, currency_code: "usd" },
    })
    expect(server.getRequests()).toEqual([])
  })

  it("refuses a third batch beside two that run, also when many ask at once", async () => {
    server.setChaos({ latencyMs: 30_000 })
    const { campaign_id } = await createCampaign(host, { leads: 1 })
    const client = playgroundOf(host, campaign_id)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => client.post("generate", { step_index: 1, n_leads: 1 }))
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 202, ...Array(6).fill(400)])
    const refused = answers.find(({ status }) => status === 400)
    expect(refused?.body).toMatchObject({ type: "not_allowed" })
    expect(refused?.body.message).toContain("maxActiveBatches")
    for (const { status, body } of answers) {
      if (status === 202) await client.post("cancel", { batch_id: body.batch_id }).expect(200)
    }
    const batch_id = await client.generate({ n_leads: 1 })
    await client.post("cancel", { batch_id }).expect(200)
  })

  it("shows what each prompt came to, and two batches lead by lead", async () => {
    server.clearFixtures()
    const mail = (body: string) => JSON.stringify({ subject: "Hello", body })
    server.onMessage(/./, (request) => {
      const isFirst = JSON.stringify(request.messages).includes("Prompt one")
      return {
        content: mail(
          isFirst ? "From the first of two prompts." : "From the second of two prompts."
        ),
        usage: USAGE,
      }
    })
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 3 })
    const client = playgroundOf(host, campaign_id)
    const first = await client.generate({ custom_prompt: "Prompt one", n_leads: 2 })
    await client.finished(first)
    const [approved, rejected] = await client.drafts(first)
    const campaignUrl = `/api/v1/campaigns/${campaign_id}`
    await client.post(`drafts/${rejected?.id}/reject`).expect(200)
    await client.post("approve", { batch_id: first, draft_ids: [approved?.id] }).expect(200)
    const second = await client.generate({
      custom_prompt: "Prompt two",
      campaign_lead_ids: [lead_ids[0], lead_ids[2]],
    })
    await client.finished(second)

    const { prompts, count } = (await client.get("prompts?step_index=1").expect(200)).body
    expect(count).toBe(2)
    expect(prompts).toEqual([
      expect.objectContaining({ prompt: "Prompt two", prompt_source: "request", approved: 0 }),
      expect.objectContaining({
        prompt: "Prompt one",
        batches: 1,
        counts: { pending: 0, running: 0, succeeded: 2, failed: 0, cancelled: 0, total: 2 },
        flagged: 0,
        approved: 1,
        rejected: 1,
        median_latency_ms: expect.any(Number),
        usage: { input_tokens: 160, output_tokens: 40 },
        cost: { amount: expect.closeTo(2 * CALL_COST), currency_code: "usd" },
      }),
    ])
    expect((await client.get("prompts?step_index=2").expect(200)).body.prompts).toEqual([])

    const compare = (query: string) => client.get(`compare?batch_ids=${query}`)
    const { leads, batches, ...page } = (await compare(`${first},${second}`).expect(200)).body
    expect(batches.map(({ id }: DraftBatchDTO) => id)).toEqual([first, second])
    expect(page).toMatchObject({ step_index: 1, count: 3, offset: 0, limit: 200 })
    const bodies = leads.map(
      ({ campaign_lead_id, drafts }: BatchComparisonDTO["leads"][number]) => [
        campaign_lead_id,
        ...drafts.map((draft) => draft?.body ?? null),
      ]
    )
    expect(bodies).toEqual([
      [lead_ids[0], "From the first of two prompts.", "From the second of two prompts."],
      [lead_ids[1], "From the first of two prompts.", null],
      [lead_ids[2], null, "From the second of two prompts."],
    ])
    for (const wrong of ["", first, `${first},x`, `${first},${first}`, `${first},${second},x`]) {
      await compare(wrong).expect(400)
    }
    await compare(`${first},${randomUUID()}`).expect(404)
    const other = playgroundOf(host, (await createCampaign(host)).campaign_id)
    await other.get(`compare?batch_ids=${first},${second}`).expect(404)
    await host.request().get(`${campaignUrl}/playground/prompts`).expect(401)
  })
})
