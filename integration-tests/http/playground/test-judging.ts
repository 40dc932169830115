import type { LLMock } from "@copilotkit/aimock"
import type { BatchJudgingDTO } from "../../../src/modules/playground"
import { eventually } from "../../../testing/eventually"
import type { Host } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { playgroundOf, type PlaygroundClient } from "./client"

const USAGE = { prompt_tokens: 80, completion_tokens: 20, total_tokens: 100 }
const JUDGEMENT = {
  score: 4,
  criteria: ["relevance", "clarity", "tone", "call_to_action"].map((name) => ({
    name,
    score: 4,
    reason: `Good ${name}.`,
  })),
  claims: [
    { text: "How do you do", field: "lead.email" },
    { text: "made up", field: "lead.revenue" },
  ],
}

/** Has the model server answer as a judge to what a judge asks. Before what answers everything. */
export const answerJudge = (server: LLMock) =>
  server.onMessage(/^Judge this e-mail/, { content: JSON.stringify(JUDGEMENT), usage: USAGE })

export function testJudging(host: Host) {
  const read = async (client: PlaygroundClient, batchId: string) =>
    (await client.get(`judge?batch_id=${batchId}`).expect(200)).body as BatchJudgingDTO

  const judged = async (client: PlaygroundClient, batchId: string) => {
    await eventually(async () => (await read(client, batchId)).counts.pending === 0, {
      withinMs: 60_000,
      because: "nothing waits to be judged",
    })
    return read(client, batchId)
  }

  it("judges a batch on demand, tells what that costs before, and how far it agrees with people", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 3 })
    const client = playgroundOf(host, campaign_id)
    const batch = await client.generate({ n_leads: 3 })
    await client.finished(batch)
    const before = await read(client, batch)
    expect(before).toMatchObject({
      judge: { name: "ai-sdk", model: "tiny" },
      counts: { pending: 0, judged: 0, failed: 0, cancelled: 0, unjudged: 3 },
      mean_score: null,
      estimate: { output_tokens: 1_200, cost: { currency_code: "usd" } },
      agreement: { share: null, kappa: null, n: 0, enough: false },
      judgements: [],
      count: 0,
    })
    expect(before.estimate?.input_tokens).toBeGreaterThan(300)

    const asked = await client.post("judge", { batch_id: batch }).expect(202)
    expect(asked.body).toEqual({ batch_id: batch, enqueued: 3 })
    const after = await judged(client, batch)
    expect(after).toMatchObject({
      counts: { judged: 3, unjudged: 0 },
      mean_score: 4,
      unsupported: 3,
      estimate: null,
      count: 3,
    })
    const [first] = after.judgements
    expect(first).toMatchObject({
      status: "judged",
      score: 4,
      criteria: JUDGEMENT.criteria,
      // The snapshot has an address and no revenue, whatever the judge says.
      claims: [
        { text: "How do you do", field: "lead.email", value: "lead-0@example.com" },
        { text: "made up", field: null, value: null },
      ],
      error: null,
    })
    const again = await client.post("judge", { batch_id: batch }).expect(202)
    expect(again.body.enqueued).toBe(0)

    const drafts = await client.drafts(batch)
    for (const [place, { id }] of drafts.entries()) {
      const verdict = place === 0 ? "bad" : "good"
      await client.post(`drafts/${id}/judgements`, { verdict }).expect(200)
    }
    const { agreement } = await read(client, batch)
    expect(agreement).toMatchObject({ n: 3, kappa: 0, enough: false })
    expect(agreement.share).toBeCloseTo(2 / 3)
  })

  it("counts judgements under the batch's cap, together with its drafts", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 8 })
    const client = playgroundOf(host, campaign_id)
    const batch = await client.generate({ n_leads: 8 })
    await client.finished(batch)
    await client.post("judge", { batch_id: batch }).expect(202)
    const { counts, judgements } = await judged(client, batch)
    // 8 drafts took 800 of the 1,000 tokens; a call in flight beside the last one still ends.
    expect(counts.judged).toBeGreaterThanOrEqual(2)
    expect(counts.judged).toBeLessThanOrEqual(3)
    expect(counts.judged + counts.cancelled).toBe(8)
    const cancelled = judgements.find(({ status }) => status === "cancelled")
    expect(cancelled?.error?.code).toBe("batch_tokens_cap")
  })

  it("finds no batch of another campaign", async () => {
    const [one, other] = [await createCampaign(host), await createCampaign(host)]
    const batch = await playgroundOf(host, one.campaign_id).generate()
    const stranger = playgroundOf(host, other.campaign_id)
    await stranger.get(`judge?batch_id=${batch}`).expect(404)
    await stranger.post("judge", { batch_id: batch }).expect(404)
  })
}
