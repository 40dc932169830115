import type { NextPairDTO } from "../../../src/modules/playground"
import { bearer, signToken } from "../../../testing/admins"
import type { Host } from "../../../testing/host-suite"
import { playgroundOf } from "../playground/client"
import { reviewOf, type Review } from "./client"

const SECOND_PROMPT = "Subject: Second\n\nA second text for {{ lead.first_name }}, as good as any."

/** A campaign with two batches of `leads`, and the comparison of them. */
async function comparisonOf(host: Host, leads: number) {
  const review = await reviewOf(host, leads)
  const playground = playgroundOf(host, review.campaign_id)
  const second = await playground.generate({ custom_prompt: SECOND_PROMPT })
  await playground.finished(second)
  const made = await review.post("comparisons", { batch_ids: [review.batch_id, second] })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  return { review, second, made, path: `comparisons/${made.body.comparison.id}` }
}

/** Prefers the second batch's text wherever it stands, and answers how many pairs there were. */
async function preferSecond(review: Review, path: string): Promise<number> {
  for (let judged = 0; ; judged++) {
    const { pair, remaining }: NextPairDTO = (await review.get(`${path}/next`)).body
    if (!pair) return judged
    const choice = pair.left.subject === "Second" ? "left" : "right"
    const answer = await review.post(`${path}/choices`, { pair_id: pair.pair_id, choice })
    expect(answer.body).toEqual({ pair_id: pair.pair_id, choice, remaining: remaining - 1 })
  }
}

export function testVerdict(host: Host) {
  it("says so where the host has no judge", async () => {
    const review = await reviewOf(host, 1)
    const { batch_id } = review
    const refused = await review.post("playground/judge", { batch_id })
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({ type: "not_allowed", code: "no_judge" })
    const { body } = await review.get(`playground/judge?batch_id=${batch_id}`)
    expect(body).toMatchObject({ judge: null, estimate: null, judgements: [], count: 0 })
  })

  it("says which of two batches is better, from blind choices, and how sure that is", async () => {
    const { review, second, made, path } = await comparisonOf(host, 6)
    expect(made.body.comparison).toMatchObject({
      step_index: 1,
      batch_ids: [review.batch_id, second],
      pairs: 6,
      judged: 0,
      wins: [0, 0],
      win_rate: null,
      decision: "none_shown",
    })
    const { pair }: NextPairDTO = (await review.get(`${path}/next`)).body
    expect(Object.keys(pair ?? {}).sort()).toEqual(["left", "pair_id", "right"])
    expect(Object.keys(pair?.left ?? {}).sort()).toEqual(["body", "subject"])
    expect((await review.get(`${path}/next`)).body.pair).toEqual(pair)

    expect(await preferSecond(review, path)).toBe(6)
    const { comparison } = (await review.get(path)).body
    expect(comparison).toMatchObject({
      judged: 6,
      wins: [0, 6],
      ties: 0,
      win_rate: 1,
      p_value: 0.03125,
      decision: "second",
      needed: 0,
      people: 1,
      agreement: null,
    })
    const pairs = (await review.get(`${path}/pairs?limit=2`)).body
    expect(pairs).toMatchObject({ count: 6, offset: 0, limit: 2 })
    expect(pairs.pairs[0]).toMatchObject({
      outcome: "second",
      choices: { first: 0, second: 1, equal: 0 },
      drafts: [{ id: review.drafts[0]?.id }, { subject: "Second" }],
    })
    const listed = await review.get("comparisons")
    expect(listed.body).toMatchObject({ count: 1, comparisons: [comparison] })
  })

  it("lets a person change a choice and take it back, and counts each pair once", async () => {
    const { review, path } = await comparisonOf(host, 2)
    const { pair }: NextPairDTO = (await review.get(`${path}/next`)).body
    const choose = async (choice: string | null) => {
      await review.post(`${path}/choices`, { pair_id: pair?.pair_id, choice })
      const { judged, wins, ties } = (await review.get(path)).body.comparison
      return [judged, wins[0] + wins[1], ties]
    }
    expect(await choose("left")).toEqual([1, 1, 0])
    expect(await choose("equal")).toEqual([1, 0, 1])
    expect(await choose(null)).toEqual([0, 0, 0])
    expect((await review.get(`${path}/next`)).body).toEqual({ pair, remaining: 2 })
    const unknown = await review.post(`${path}/choices`, {
      pair_id: review.campaign_id,
      choice: "left",
    })
    expect(unknown.status).toBe(404)
  })

  it("counts several people by the pair, and says how far they agree", async () => {
    const { review, path } = await comparisonOf(host, 3)
    await preferSecond(review, path)
    const other = bearer(signToken(host.container(), { actorId: "user_second" }))
    const url = `/api/v1/campaigns/${review.campaign_id}/${path}`
    for (;;) {
      const next = await host.request().get(`${url}/next`).set(other)
      if (!next.body.pair) break
      const { pair_id, left } = next.body.pair
      const choice = left.subject === "Second" ? "right" : "left"
      await host.request().post(`${url}/choices`).set(other).send({ pair_id, choice }).expect(200)
    }
    expect((await review.get(path)).body.comparison).toMatchObject({
      judged: 3,
      wins: [0, 0],
      ties: 3,
      people: 2,
      agreement: { share: 0, n: 3 },
    })
  })

  it("compares two batches of one step that share a lead, and no others", async () => {
    const review = await reviewOf(host, 2)
    const playground = playgroundOf(host, review.campaign_id)
    const [lead] = review.lead_ids
    const alone = await playground.generate({
      campaign_lead_ids: [lead],
      custom_prompt: "Subject: A\n\nFor you alone, as it were.",
    })
    const none = await playground.generate({
      campaign_lead_ids: [review.lead_ids[1]],
      custom_prompt: "Subject: A\n\nFor the other one alone.",
    })
    const third = await playground.generate({ step_index: 3 })
    for (const id of [alone, none, third]) await playground.finished(id)
    const compare = async (...batch_ids: string[]) => {
      const { status, body } = await review.post("comparisons", { batch_ids })
      return [status, body.type ?? body.comparison.pairs]
    }
    expect(await compare(review.batch_id, alone)).toEqual([200, 1])
    expect(await compare(alone, none)).toEqual([400, "not_allowed"])
    expect(await compare(alone, third)).toEqual([400, "invalid_data"])
    expect(await compare(alone, alone)).toEqual([400, "invalid_data"])
    expect(await compare(alone, review.campaign_id)).toEqual([404, "not_found"])
    const unknown = review.campaign_id
    const gone = await Promise.all(
      ["", "/next", "/pairs"].map((path) => review.get(`comparisons/${unknown}${path}`))
    )
    expect(gone.map(({ status }) => status)).toEqual([404, 404, 404])
  })

  it("checks the drafts of any batch by the campaign's list, as it is now", async () => {
    const review = await reviewOf(host, 3)
    const url = `/api/v1/campaigns/${review.campaign_id}/checks`
    const put = (checks: object[]) =>
      host.request().put(url).set(host.adminHeaders()).send({ checks })
    expect((await review.get("checks")).body).toEqual({
      checks: [],
      updated_by: null,
      updated_at: null,
    })
    const list = () => review.get(`playground/checks?batch_id=${review.batch_id}&limit=2`)
    expect((await list()).body).toMatchObject({
      checks: [],
      drafts: [{ results: [] }, {}],
      count: 3,
    })

    const checks = [
      { type: "names_company" },
      { type: "contains", part: "subject", text: "first1", name: "Only one" },
      { type: "matches", part: "body", pattern: "doing, First[0-9]" },
    ]
    const saved = await put(checks).expect(200)
    expect(saved.body).toMatchObject({ checks, updated_by: expect.any(String) as string })
    const { body } = await list()
    expect(body).toMatchObject({
      batch_id: review.batch_id,
      checks: [
        { check: checks[0], passed: 3, failed: 0 },
        { check: checks[1], passed: 1, failed: 2 },
        { check: checks[2], passed: 3, failed: 0 },
      ],
      count: 3,
      limit: 2,
    })
    expect(body.drafts).toHaveLength(2)
    expect(body.drafts[0]).toMatchObject({
      draft_id: review.drafts[0]?.id,
      results: [{ passed: true }, { check: 1, passed: false, code: "missing" }, { passed: true }],
    })
    expect(body.drafts[0].results[2].place).toMatchObject({ part: "body" })

    const drafts = (await review.get(`playground/drafts?batch_id=${review.batch_id}&limit=2`)).body
    expect(drafts.drafts.map((draft: { checks: object[] }) => draft.checks)).toEqual(
      body.drafts.map(({ results }: { results: object[] }) => results)
    )
    expect(drafts).toMatchObject({ count: 3, limit: 2 })

    const file = { $schema: "node_modules/medusa-plugin-playground/checks.schema.json", checks }
    await host.request().put(url).set(host.adminHeaders()).send(file).expect(200)
    await put([]).expect(200)
    expect((await list()).body.checks).toEqual([])
    expect(await review.readDrafts()).toEqual(review.drafts)
    const refused = await put([
      { type: "one_question" },
      { type: "matches", part: "body", pattern: "(?=a)" },
    ])
    expect([refused.status, refused.body.type]).toEqual([400, "invalid_data"])
    expect(refused.body.message).toContain("Field 'checks.1.pattern'")
    expect((await review.get("checks")).body.checks).toEqual([])
    expect((await review.get(`playground/checks?batch_id=${review.campaign_id}`)).status).toBe(404)
  })

  it("keeps what each person thinks of a draft, once a person, and takes it back", async () => {
    const review = await reviewOf(host, 2)
    const [draft] = review.drafts
    const path = `playground/drafts/${draft?.id}/judgements`
    await review.post(path, { verdict: "bad", reasons: ["Too long"] })
    const changed = await review.post(path, { score: 5, verdict: "good", reasons: ["Sharp"] })
    expect(changed.body.judgement).toMatchObject({
      draft_id: draft?.id,
      score: 5,
      verdict: "good",
      reasons: ["Sharp"],
    })
    const list = () => review.get(`playground/judgements?batch_id=${review.batch_id}`)
    expect((await list()).body).toMatchObject({
      batch_id: review.batch_id,
      judgements: [changed.body.judgement],
      count: 1,
    })
    const reasoned = await review.post(path, { reasons: ["  Too long "] })
    expect(reasoned.body.judgement).toMatchObject({
      score: null,
      verdict: null,
      reasons: ["Too long"],
    })
    expect((await review.post(path, {})).body).toEqual({ judgement: null })
    expect((await list()).body).toMatchObject({ judgements: [], count: 0 })
    const statuses = [
      await review.post(`playground/drafts/${review.batch_id}/judgements`, { score: 3 }),
      await review.post(`playground/drafts/${review.batch_id}/judgements`, {}),
      await review.get(`playground/judgements?batch_id=${draft?.id}`),
      await review.post(path, { score: 6 }),
      await review.post(path, { reasons: [" "] }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([404, 404, 404, 400, 400])
  })
}
