import type { LLMock } from "@copilotkit/aimock"
import type {
  BatchJudgingDTO,
  EvaluationPreviewDTO,
  PlaygroundHealthDTO,
} from "../../../src/modules/playground"
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
export const answerJudge = (server: LLMock) => {
  server.onMessage(/^Judge this e-mail/, { content: JSON.stringify(JUDGEMENT), usage: USAGE })
  server.onMessage(/^Compare these two e-mails/, {
    content: JSON.stringify({ reason: "It is short.", choice: "A" }),
    usage: USAGE,
  })
}

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

  const health = async () =>
    (await host.request().get("/api/v1/playground/health").set(host.adminHeaders()).expect(200))
      .body as PlaygroundHealthDTO

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
    const isIdle = async () => (await health()).judging?.queue.depth === 0
    await eventually(isIdle, { withinMs: 60_000, because: "the judge's queue is empty" })
    const { judging, queue } = await health()
    expect(judging).toEqual({
      queue: { backend: queue.backend, is_reachable: true, depth: 0 },
      tasks: { pending: 0, running: 0, expired: 0, oldest_pending_seconds: null },
    })

    const drafts = await client.drafts(batch)
    for (const [place, { id }] of drafts.entries()) {
      const verdict = place === 0 ? "bad" : "good"
      await client.post(`drafts/${id}/judgements`, { verdict }).expect(200)
    }
    const { agreement } = await read(client, batch)
    expect(agreement).toMatchObject({ n: 3, kappa: 0, enough: false })
    expect(agreement.share).toBeCloseTo(2 / 3)
  })

  it("tells operators of judging that nobody does", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 1 })
    const client = playgroundOf(host, campaign_id)
    const batch = await client.generate({ n_leads: 1 })
    await client.finished(batch)
    await client.post("judge", { batch_id: batch }).expect(202)
    await judged(client, batch)
    // As if it had been enqueued just now, however slow this is: no reconciler takes it up.
    const leave = (status: string, lease: string) =>
      host.query(
        `update playground_judging_task
            set status = $1, completed_at = null, result = null, score = null, unsupported = null,
                next_run_at = now() - interval '1 hour', enqueued_at = now() + interval '1 hour',
                ${lease}`,
        [status]
      )
    await leave("pending", "lease_token = null, lease_until = null")
    const waiting = await health()
    expect(waiting).toMatchObject({
      status: "degraded",
      reasons: [expect.stringMatching(/^A judging task has been due for 36\d\d s/)],
      tasks: { pending: 0 },
      judging: { tasks: { pending: 1, running: 0, expired: 0 } },
    })
    expect(waiting.judging?.tasks.oldest_pending_seconds).toBeGreaterThanOrEqual(3_600)

    await leave("running", "lease_token = gen_random_uuid(), lease_until = now() - interval '1 s'")
    expect(await health()).toMatchObject({
      status: "degraded",
      reasons: [expect.stringContaining("1 judging tasks are past their lease")],
      judging: { tasks: { pending: 0, running: 1, expired: 1, oldest_pending_seconds: null } },
    })
  })

  it("compares the drafts of two batches in both orders, apart from people, and tells what it costs before", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 3 })
    const client = playgroundOf(host, campaign_id)
    const batch_ids = [await client.generate({ n_leads: 3 }), await client.generate({ n_leads: 3 })]
    for (const id of batch_ids) await client.finished(id)
    const url = (path: string) => `/api/v1/campaigns/${campaign_id}/${path}`
    const campaign = {
      get: (path: string) => host.request().get(url(path)).set(host.adminHeaders()).then(),
      post: (path: string, body?: object) =>
        host.request().post(url(path)).set(host.adminHeaders()).send(body).then(),
    }
    const made = await campaign.post("comparisons", { batch_ids })
    expect(made.body.comparison.judge).toBeNull()
    const path = `comparisons/${made.body.comparison.id}`
    const before = await campaign.get(`${path}/judge`)
    expect(before.body).toMatchObject({
      judge: { name: "ai-sdk", model: "tiny" },
      counts: { judged: 0, unjudged: 6 },
      estimate: { calls: 6, output_tokens: 600, cost: { currency_code: "usd" } },
      error: null,
    })
    const asked = await campaign.post(`${path}/judge`)
    expect([asked.status, asked.body.enqueued]).toEqual([202, 6])
    await eventually(async () => (await campaign.get(`${path}/judge`)).body.counts.judged === 6, {
      withinMs: 60_000,
      because: "every pair is judged in both orders",
    })
    // This model always prefers what it reads first: that is a tie, and no win.
    const { comparison } = (await campaign.get(path)).body
    expect(comparison).toMatchObject({
      judged: 0,
      people: 0,
      judge: {
        judged: 3,
        wins: [0, 0],
        ties: 3,
        win_rate: null,
        agreement: { n: 0, enough: false },
      },
    })
    const { pairs } = (await campaign.get(`${path}/pairs`)).body
    expect(pairs[0].judge).toEqual({
      outcome: "tie",
      calls: [
        { shown_first: "first", choice: "first", reason: "It is short." },
        { shown_first: "second", choice: "second", reason: "It is short." },
      ],
    })
    const { pair_id } = pairs[0]
    await campaign.post(`${path}/choices`, { pair_id, choice: "equal" })
    const after = (await campaign.get(path)).body.comparison
    expect(after.judge.agreement).toEqual({ share: 1, kappa: null, n: 1, enough: false })
    expect((await campaign.get(`${path}/judge`)).body.estimate).toBeNull()
    const cancelled = await campaign.post(`${path}/judge/cancel`)
    expect([cancelled.status, cancelled.body.cancelled_count]).toEqual([200, 0])
    const gone = [
      await campaign.get(`comparisons/${campaign_id}/judge`),
      await campaign.post(`comparisons/${campaign_id}/judge`),
      await campaign.post(`comparisons/${campaign_id}/judge/cancel`),
    ]
    expect(gone.map(({ status }) => status)).toEqual([404, 404, 404])
  })

  const testSetOf = async (campaign_id: string, body: object) => {
    const made = await host
      .request()
      .post(`/api/v1/campaigns/${campaign_id}/test-sets`)
      .set(host.adminHeaders())
      .send({ name: "Set", ...body })
    return String(made.body.test_set.id)
  }

  it("tells what an evaluation costs beforehand, by just the leads of its set, without a call", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 3 })
    const client = playgroundOf(host, campaign_id)
    const [first, second] = lead_ids
    const patch = (id: string | undefined, change: object) =>
      host
        .request()
        .patch(`/api/v1/campaigns/${campaign_id}/leads/${id}`)
        .set(host.adminHeaders())
        .send(change)
        .expect(200)
    await patch(second, { company: null })
    const test_set_id = await testSetOf(campaign_id, { campaign_lead_ids: [first, second] })
    const free = "Write to {{ lead.first_name }}."
    const own = await client
      .post("preview", { step_index: 1, custom_prompt: free, campaign_lead_ids: [first, second] })
      .expect(200)
    // The campaign's own leads are others by now.
    for (const id of lead_ids) await patch(id, { company: "x".repeat(200) })
    const custom_prompt = "Write to {{ lead.first_name }} of {{ lead.company }}."
    const preview = async (body: object) =>
      (
        await client
          .post("evaluations/preview", { test_set_id, step_index: 1, ...body })
          .expect(200)
      ).body as EvaluationPreviewDTO
    const told = await preview({ custom_prompt })
    expect(told).toMatchObject({
      test_set_id,
      step_index: 1,
      variant_label: "A",
      prompt: custom_prompt,
      prompt_source: "request",
      generator: "model",
      model: "tiny",
      batch: { total: 2, ready: 1, missing: [{ variable: "lead.company", count: 1 }] },
      judge: { name: "ai-sdk", model: "tiny" },
      judging_estimate: { output_tokens: 400, cost: { currency_code: "usd" } },
    })
    const named = await host
      .request()
      .post(`/api/v1/campaigns/${campaign_id}/prompts`)
      .set(host.adminHeaders())
      .send({ name: "Free", text: free })
    const ofNamed = await preview({ prompt_id: named.body.prompt.id })
    expect(ofNamed).toMatchObject({ prompt: free, batch: { total: 2, ready: 2, missing: [] } })
    expect(ofNamed.batch.estimate).toMatchObject({ output_tokens: 600 })
    // As when the set was made.
    expect(ofNamed.batch.estimate).toEqual(own.body.batch.estimate)
    expect(ofNamed.judging_estimate?.input_tokens).toBeGreaterThan(2 * 300)

    const refused = [
      { prompt_id: named.body.prompt.id, custom_prompt },
      { custom_prompt: "{{ lead.frist_name }}" },
      { step_index: 2 },
      { step_index: 9 },
      { test_set_id: campaign_id },
      { prompt_id: campaign_id },
      { thresholds: {} },
    ]
    const answers = []
    for (const body of refused) {
      const { status } = await client.post("evaluations/preview", {
        test_set_id,
        step_index: 1,
        ...body,
      })
      answers.push(status)
    }
    expect(answers).toEqual([400, 400, 400, 404, 404, 404, 400])
    expect((await client.get("evaluations")).body.count).toBe(0)
  })

  it("evaluates a prompt by the judge, though it judges nothing by itself", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 2 })
    const client = playgroundOf(host, campaign_id)
    const test_set_id = await testSetOf(campaign_id, { campaign_lead_ids: lead_ids })
    const started = await client
      .post("evaluations", {
        test_set_id,
        step_index: 1,
        thresholds: { min_judge_score: 4, max_unsupported: 0.5 },
      })
      .expect(202)
    const evaluation = async () =>
      (await client.get(`evaluations/${started.body.evaluation.id}`).expect(200)).body.evaluation
    await eventually(async () => (await evaluation()).status !== "pending", {
      withinMs: 60_000,
      because: "the judge has done with the drafts",
    })
    expect(await evaluation()).toMatchObject({
      status: "failed",
      figures: { drafted: 2, judge_score: 4, unsupported: 2 },
      thresholds: [
        { name: "min_judge_score", limit: 4, value: 4, passed: true },
        { name: "max_unsupported", limit: 0.5, value: 1, passed: false },
      ],
    })
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
