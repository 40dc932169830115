import { runPipeline } from "./run-pipeline"
import type {
  EvaluationDetailDTO,
  TestSetDetailDTO,
  TestSetDTO,
} from "../../../src/modules/playground"
import { eventually } from "../../../testing/eventually"
import type { Host } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { playgroundOf, type PlaygroundClient } from "../playground/client"
import { first, reviewOf, type Review } from "./client"

const WITHIN_MS = 60_000

export async function createTestSet(review: Review, body: object): Promise<TestSetDTO> {
  const answer = await review.post("test-sets", { name: "Set", ...body })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body.test_set as TestSetDTO
}

const readTestSet = async (review: Review, id: string) =>
  (await review.get(`test-sets/${id}`)).body.test_set as TestSetDetailDTO

/** Runs a prompt against a set, and answers what it came to. */
async function evaluate(review: Review, body: object): Promise<EvaluationDetailDTO> {
  const answer = await review.post("playground/evaluations", { step_index: 1, ...body })
  if (answer.status !== 202) throw new Error(JSON.stringify(answer.body))
  expect(answer.body.evaluation).toMatchObject({ status: "pending", figures: null })
  return settled(review, String(answer.body.evaluation.id))
}

/** The evaluation, once it has passed or failed. */
export async function settled(review: Review, id: string): Promise<EvaluationDetailDTO> {
  const read = async () =>
    (await review.get(`playground/evaluations/${id}`)).body.evaluation as EvaluationDetailDTO
  const poll = async () => (await read()).status !== "pending"
  await eventually(poll, { withinMs: WITHIN_MS, because: "the evaluation is settled" })
  return read()
}

/** The leads that `generate` takes of those without a draft. */
async function undrafted(playground: PlaygroundClient): Promise<string[]> {
  const answer = await playground.post("generate", { step_index: 1, lead_selection: "undrafted" })
  if (answer.status !== 202) return []
  await playground.finished(String(answer.body.batch_id))
  return answer.body.enqueued_lead_ids as string[]
}

/** What outlives a campaign until retention takes it: drafts, and who did and was sent what. */
const HISTORY = [
  "playground_draft_",
  "playground_review_event",
  "delivery_send",
  "delivery_event",
  "delivery_reply",
]

/** The tables that hold a row of the campaign. */
async function tablesWithRowsOf(host: Host, campaign_id: string): Promise<string[]> {
  const tables = await host.query<{ name: string }>(
    `select columns.table_name as name from information_schema.columns as columns
       join information_schema.tables as tables using (table_schema, table_name)
      where columns.column_name = 'campaign_id' and tables.table_type = 'BASE TABLE'
        and columns.table_schema = 'public' and columns.udt_name = 'uuid' order by name`
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await host.query(`select from ${name} where campaign_id = $1 limit 1`, [
      campaign_id,
    ])
    if (rows.length > 0) found.push(name)
  }
  return found
}

export function testEvaluations(host: Host) {
  it("runs a prompt against leads as they were when the set was made, however they change", async () => {
    const review = await reviewOf(host, 2)
    const { id: test_set_id, ...made } = await createTestSet(review, {
      campaign_lead_ids: review.lead_ids,
    })
    expect(made).toMatchObject({ name: "Set", source: "leads", size: 2, evaluations: 0 })
    const before = await evaluate(review, { test_set_id, thresholds: { max_failed: 0 } })
    expect(before).toMatchObject({
      status: "passed",
      figures: { total: 2, drafted: 2, failed: 0, checked: null, judge_score: null },
      thresholds: [{ name: "max_failed", limit: 0, value: 0, passed: true }],
      prompt: expect.stringContaining("{{ lead.first_name }}") as string,
    })
    await review.patch(`leads/${first(review.lead_ids)}`, { first_name: "Renamed" })
    await review.remove(`leads/${review.lead_ids[1]}`)

    const after = await evaluate(review, { test_set_id })
    const textsOf = async ({ batch_id }: EvaluationDetailDTO) =>
      (await playgroundOf(host, review.campaign_id).drafts(String(batch_id))).map(
        ({ campaign_lead_id, subject, body }) => ({ campaign_lead_id, subject, body })
      )
    const texts = await textsOf(after)
    expect(texts).toEqual(await textsOf(before))
    expect(texts.map(({ subject }) => subject)).toEqual(["Hello First0", "Hello First1"])
    const { leads } = await readTestSet(review, test_set_id)
    expect(texts.map(({ campaign_lead_id }) => campaign_lead_id)).toEqual(leads.map(({ id }) => id))
    expect(leads.map(({ id, snapshot }) => snapshot.id === id)).toEqual([true, true])

    const listed = await review.get(`playground/evaluations?test_set_id=${test_set_id}`)
    const { prompt: _, ...newest } = after
    expect(listed.body).toMatchObject({ count: 2, evaluations: [newest, { id: before.id }] })
    expect((await review.get("test-sets")).body).toMatchObject({
      count: 1,
      test_sets: [{ id: test_set_id, evaluations: 2 }],
    })
  })

  it("writes drafts for nobody: none is approved or rejected, and no lead counts as drafted", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 2 })
    const playground = playgroundOf(host, campaign_id)
    const url = (path: string) => `/api/v1/campaigns/${campaign_id}/${path}`
    const post = (path: string, body: object) =>
      host.request().post(url(path)).set(host.adminHeaders()).send(body)
    const set = await post("test-sets", { name: "Both", campaign_lead_ids: lead_ids }).expect(200)
    const started = await post("playground/evaluations", {
      test_set_id: set.body.test_set.id,
      step_index: 1,
    }).expect(202)
    const batch_id = String(started.body.evaluation.batch_id)
    await playground.finished(batch_id)
    const drafts = await playground.drafts(batch_id)
    const draft = first(drafts)
    expect(drafts).toHaveLength(2)

    const bulk = await playground.post("approve", {
      batch_id,
      draft_ids: drafts.map(({ id }) => id),
    })
    expect(bulk.body).toMatchObject({
      approved: [],
      refused: [{ code: "test_draft" }, { code: "test_draft" }],
    })
    const approve = (campaign_lead_id: string | undefined) =>
      post(`leads/${campaign_lead_id}/approve`, {
        step_index: 1,
        subject: draft.subject,
        body: draft.body,
        draft_id: draft.id,
      })
    const turnDown = await playground.post("reject", {
      batch_id,
      draft_ids: drafts.map(({ id }) => id),
    })
    expect(turnDown.body).toMatchObject({
      rejected: [],
      refused: [{ code: "test_draft" }, { code: "test_draft" }],
    })
    expect((await approve(lead_ids[0])).status).toBe(404)
    expect((await approve(draft.campaign_lead_id)).status).toBe(404)
    const rejected = await post(`playground/drafts/${draft.id}/reject`, {})
    expect([rejected.status, rejected.body.code]).toEqual([400, "test_draft"])
    expect(await host.query("select from playground_approved_email")).toEqual([])

    expect((await playground.get("status")).status).toBe(404)
    expect((await playground.get("batches")).body).toMatchObject({ batches: [], count: 0 })
    expect((await playground.get("prompts")).body).toMatchObject({ prompts: [], count: 0 })
    const drafted = await host.request().get(url("leads?has_draft=true")).set(host.adminHeaders())
    expect(drafted.body.count).toBe(0)
    const campaign = await host.request().get(url("")).set(host.adminHeaders())
    expect(JSON.stringify(campaign.body)).not.toMatch(/"draft_count":[^0]/)
    const campaigns = await host.request().get("/api/v1/campaigns").set(host.adminHeaders())
    expect(campaigns.body.campaigns).toMatchObject([{ id: campaign_id, draft_count: 0 }])
    expect(await undrafted(playground)).toEqual(lead_ids)
    expect(await undrafted(playground)).toEqual([])
  })

  it("fails where a threshold is not kept, and says by how much", async () => {
    const review = await reviewOf(host, 4)
    const { id: test_set_id } = await createTestSet(review, { sample: { n: 4, seed: 7 } })
    const url = `/api/v1/campaigns/${review.campaign_id}/checks`
    await host
      .request()
      .put(url)
      .set(host.adminHeaders())
      .send({ checks: [{ type: "contains", part: "subject", text: "first1" }] })
    const checked = await evaluate(review, {
      test_set_id,
      thresholds: { min_checks_passed: 0.5, max_failed: 0 },
    })
    expect(checked).toMatchObject({
      status: "failed",
      figures: { drafted: 4, checked: 1 },
      thresholds: [
        { name: "max_failed", passed: true },
        { name: "min_checks_passed", limit: 0.5, value: 0.25, passed: false },
      ],
    })
    // The title is known of none: nothing is drafted, and nothing that is not measured is kept.
    const nothing = await evaluate(review, {
      test_set_id,
      custom_prompt: "Subject: Hello {{ lead.title }}\n\nHow are you?",
      thresholds: { max_flagged: 1 },
    })
    expect(nothing).toMatchObject({
      status: "failed",
      figures: { total: 4, drafted: 0, failed: 4 },
      thresholds: [{ name: "max_flagged", value: null, passed: false }],
    })
  })

  it("takes a named prompt's current version, and leaves its outcome to real leads", async () => {
    const review = await reviewOf(host, 1)
    const { id: test_set_id } = await createTestSet(review, { sample: { n: 1 } })
    const created = await review.post("prompts", {
      name: "Short",
      text: "Subject: Old\n\nOld text.",
    })
    const { id: prompt_id } = created.body.prompt
    await review.post(`prompts/${prompt_id}/versions`, { text: "Subject: New\n\nThe new text." })
    const named = await evaluate(review, { test_set_id, prompt_id })
    expect(named).toMatchObject({ prompt_id, prompt: "Subject: New\n\nThe new text." })
    const { versions } = (await review.get(`prompts/${prompt_id}`)).body.prompt
    expect(versions[0]).toMatchObject({
      prompt_version_hash: named.prompt_version_hash,
      outcome: { batches: 0, drafted: 0 },
    })
  })

  it("runs the bundled hostile leads, and takes everything of a set along when it is deleted", async () => {
    const review = await reviewOf(host, 1)
    const set = await createTestSet(review, { name: "Hostile", bundled: "hostile" })
    const { leads } = await readTestSet(review, set.id)
    expect(leads.length).toBe(set.size)
    expect(leads.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["nothing_known", "empty_words", "long_note", "arabic", "orders"])
    )
    const done = await evaluate(review, {
      test_set_id: set.id,
      custom_prompt: 'Subject: Hello {{ lead.first_name | default: "there" }}\n\nA short note.',
      thresholds: { max_failed: 0, max_flagged: 0 },
    })
    expect(done).toMatchObject({
      status: "failed",
      figures: { total: leads.length, failed: 0 },
      thresholds: [{ passed: true }, { passed: false }],
    })
    expect(done.figures?.flagged).toBeGreaterThan(5)

    const taken = await review.post("test-sets", { name: "HOSTILE", bundled: "hostile" })
    expect([taken.status, taken.body.code]).toEqual([400, "test_set_name_taken"])
    const running = await review.post("playground/evaluations", {
      test_set_id: set.id,
      step_index: 1,
    })
    expect(running.status).toBe(202)
    expect((await review.remove(`test-sets/${set.id}`)).body).toEqual({
      id: set.id,
      object: "test_set",
      deleted: true,
    })
    const gone = await Promise.all(
      [
        `test-sets/${set.id}`,
        `playground/evaluations/${done.id}`,
        `playground/batches/${done.batch_id}`,
      ].map((path) => review.get(path))
    )
    expect(gone.map(({ status }) => status)).toEqual([404, 404, 404])
    expect((await review.remove(`test-sets/${set.id}`)).status).toBe(404)
    expect((await review.get("playground/evaluations")).body.count).toBe(0)
  })

  it("tells a pipeline by its exit code whether a prompt passes", async () => {
    const review = await reviewOf(host, 2)
    const set = await createTestSet(review, { sample: { n: 2 } })
    const createPrompt = async (name: string, text: string) =>
      String((await review.post("prompts", { name, text })).body.prompt.id)
    const good = await createPrompt("Good", "Subject: Tea\n\nMay we bring you our new tea?")
    const bad = await createPrompt("Bad", "Subject: {{ lead.title }}\n\nHello.")
    const url = `/api/v1/campaigns/${review.campaign_id}/checks`
    await host
      .request()
      .put(url)
      .set(host.adminHeaders())
      .send({ checks: [{ type: "one_question" }] })
      .expect(200)
    const PLAYGROUND_KEY = await host.createApiKey()
    const PLAYGROUND_URL = `${host.baseUrl()}/api/v1/campaigns/${review.campaign_id}`
    const run = (env: Record<string, string>) =>
      runPipeline({ PLAYGROUND_URL, PLAYGROUND_KEY, TEST_SET_ID: set.id, ...env })
    expect(await run({ PROMPT_ID: good })).toMatchObject({ code: 0 })
    const failed = await run({ PROMPT_ID: bad })
    expect(failed).toMatchObject({ code: 1 })
    expect(failed.output).toContain('"name":"max_failed","limit":0.05,"value":1,"passed":false')
    const refused = await run({ PROMPT_ID: good, TEST_SET_ID: review.campaign_id })
    expect(refused.code).toBe(1)
    expect(refused.output).toContain("has no test set")
  })

  it("leaves of a deleted campaign its history alone, whatever a table keeps of it", async () => {
    const review = await reviewOf(host, 2)
    const second = await playgroundOf(host, review.campaign_id).generate({
      custom_prompt: "Subject: Other\n\nAnother text.",
    })
    await playgroundOf(host, review.campaign_id).finished(second)
    const made = [
      await review.post("prompts", { name: "One", text: "Subject: Hello\n\nGood morning." }),
      await review.post("comparisons", { batch_ids: [review.batch_id, second] }),
      await review.post(`playground/drafts/${first(review.drafts).id}/judgements`, { score: 3 }),
      await review.patch("", { sending: { daily_limit: 7 } }),
    ]
    expect(made.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const checks = `/api/v1/campaigns/${review.campaign_id}/checks`
    await host
      .request()
      .put(checks)
      .set(host.adminHeaders())
      .send({ checks: [{ type: "one_question" }] })
      .expect(200)
    const { id: test_set_id } = await createTestSet(review, { campaign_lead_ids: review.lead_ids })
    await evaluate(review, { test_set_id })
    const before = await tablesWithRowsOf(host, review.campaign_id)
    expect(before).toEqual(
      expect.arrayContaining([
        "delivery_campaign",
        "playground_check_set",
        "playground_comparison",
        "playground_evaluation",
        "playground_prompt",
        "playground_test_set",
      ])
    )
    await review.remove("")
    const left = await tablesWithRowsOf(host, review.campaign_id)
    expect(left.filter((table) => !HISTORY.some((kept) => table.startsWith(kept)))).toEqual([])
    const orphans = await host.query(
      `select (select count(*) from playground_judgement)::integer as judgements,
              (select count(*) from playground_test_lead)::integer as test_leads,
              (select count(*) from playground_draft_batch where test_set_id is not null)::integer
                as test_batches`
    )
    expect(orphans).toEqual([{ judgements: 0, test_leads: 0, test_batches: 0 }])
  })

  it("refuses what could not be told, and what is not there", async () => {
    const review = await reviewOf(host, 1)
    const { id: test_set_id } = await createTestSet(review, { campaign_lead_ids: review.lead_ids })
    const refusal = async (path: string, body: object) => {
      const { status, body: answer } = await review.post(path, body)
      return [status, answer.code ?? answer.type]
    }
    const run = (body: object) =>
      refusal("playground/evaluations", { test_set_id, step_index: 1, ...body })
    const unknown = review.campaign_id
    expect([
      await run({ thresholds: { min_checks_passed: 1 } }),
      await run({ thresholds: { min_judge_score: 4 } }),
      await run({ thresholds: { max_unsupported: 0 } }),
      await run({ thresholds: { max_failed: 2 } }),
      await run({ custom_prompt: "Hello", prompt_id: unknown }),
      await run({ custom_prompt: "Hello {{ lead.nickname" }),
      await run({ prompt_id: unknown }),
      await run({ test_set_id: unknown }),
      await run({ step_index: 2 }),
      await run({ step_index: 9 }),
    ]).toEqual([
      [400, "no_checks"],
      [400, "no_judge"],
      [400, "no_judge"],
      [400, "invalid_data"],
      [400, "invalid_data"],
      [400, "invalid_prompt"],
      [404, "not_found"],
      [404, "not_found"],
      [400, "nothing_to_draft"],
      [404, "not_found"],
    ])
    const create = (body: object) => refusal("test-sets", { name: "Other", ...body })
    expect([
      await create({}),
      await create({ bundled: "hostile", sample: { n: 1 } }),
      await create({ bundled: "hostile", step_index: 1 }),
      await create({ sample: { n: 201 } }),
      await create({ campaign_lead_ids: [unknown] }),
      await create({ campaign_lead_ids: review.lead_ids, step_index: 2 }),
      await create({ sample: { n: 1 }, step_index: 9 }),
    ]).toEqual([
      [400, "invalid_data"],
      [400, "invalid_data"],
      [400, "invalid_data"],
      [400, "invalid_data"],
      [404, "not_found"],
      [400, "no_variant"],
      [404, "not_found"],
    ])
  })
}
