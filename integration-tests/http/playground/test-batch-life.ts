import { randomUUID } from "node:crypto"
import type { OutreachModuleService } from "../../../src/modules/outreach"
import type { TaskRef, PlaygroundModuleService } from "../../../src/modules/playground"
import type { Host } from "../../../testing/host-suite"
import { eventually } from "../../../testing/eventually"
import { createCampaign, type OutreachFixture } from "../../../testing/outreach-fixtures"
import { playgroundOf } from "./client"

const SHA256 = /^[0-9a-f]{64}$/

/** A batch over HTTP. */
export function testBatchLife(host: Host): void {
  /** Gives each lead an attribute `order` that a prompt can carry on to the test generator. */
  async function createCampaignWithOrders(orders: string[]): Promise<OutreachFixture> {
    const { campaign_id } = await createCampaign(host, { leads: 0 })
    const outreach = host.container().resolve<OutreachModuleService>("outreach")
    const lead_ids = await outreach.addCampaignLeads(
      campaign_id,
      orders.map((order, place) => ({
        email: `lead-${place}@example.com`,
        attributes: { order },
      }))
    )
    return { campaign_id, lead_ids }
  }
  const ORDERS = 'For {{ lead.email }} {{ lead.order | default: "" }}'

  const taskRefsOf = (batchId: string) =>
    host.query<TaskRef & { status: string }>(
      `select id as task_id, epoch, status from playground_draft_task
        where batch_id = $1 order by position`,
      [batchId]
    )

  describe("its drafts", () => {
    it("belong each to its own lead and prompt, with their provenance, in lead order", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 12 })
      const client = playgroundOf(host, campaign_id)
      const prompts = ["A {{ lead.email }}", "B for {{ lead.company }} and {{ lead.first_name }}"]
      const [a = "", b = ""] = await Promise.all(
        prompts.map((custom_prompt) => client.generate({ custom_prompt }))
      )
      for (const [batchId, bodyOf] of [
        [a, (lead: number) => `A lead-${lead}@example.com`],
        [b, (lead: number) => `B for Company${lead} and First${lead}`],
      ] as const) {
        await client.finished(batchId)
        const { body } = await client.get(`drafts?batch_id=${batchId}`).expect(200)
        expect(body).toMatchObject({ campaign_id, batch_id: batchId, count: 12, offset: 0 })
        expect(body.limit).toBe(200)
        expect(body.drafts).toEqual(
          lead_ids.map((campaign_lead_id, lead) => ({
            id: expect.any(String),
            campaign_lead_id,
            step_index: 1,
            variant_label: "A",
            subject: `For lead-${lead}@example.com`,
            body: bodyOf(lead),
            generated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
            prompt_version_hash: expect.stringMatching(SHA256),
            generator: "test",
            model: "test-model",
            usage: { input_tokens: 10, output_tokens: 5 },
            latency_ms: expect.any(Number),
            step_config_fingerprint: expect.stringMatching(SHA256),
            lead_fingerprint: expect.stringMatching(SHA256),
            flags: [],
            review_status: "pending",
            reviewed_at: null,
            reviewed_by: null,
            reject_reason: null,
          }))
        )
      }
    })

    it("come in pages, and those beyond the last are empty", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host)
      const client = playgroundOf(host, campaign_id)
      const batchId = await client.generate()
      await client.finished(batchId)
      const page = async (query: string) => {
        const { body } = await client.get(`drafts?batch_id=${batchId}&${query}`).expect(200)
        const ids = body.drafts.map((draft: { campaign_lead_id: string }) => draft.campaign_lead_id)
        return { ids, count: body.count, offset: body.offset, limit: body.limit }
      }
      expect(await page("offset=1&limit=2")).toEqual({
        ids: lead_ids.slice(1, 3),
        count: 5,
        offset: 1,
        limit: 2,
      })
      expect(await page("offset=5")).toEqual({ ids: [], count: 5, offset: 5, limit: 200 })
      expect(await page("limit=200")).toMatchObject({ ids: lead_ids })
      const wrongs = ["limit=0", "limit=201", "limit=x", "limit=1.5", "offset=-1", "offset=", "x=1"]
      for (const query of wrongs) {
        const answer = await client.get(`drafts?batch_id=${batchId}&${query}`)
        const field = query.slice(0, query.indexOf("="))
        const message = expect.stringContaining(field)
        expect({ query, status: answer.status, body: answer.body }).toEqual({
          query,
          status: 400,
          body: { type: "invalid_data", message },
        })
      }
      await client.get("drafts").expect(400)
    })
  })

  describe("its status", () => {
    const PER_LEAD_KEYS = [
      "attempt",
      "campaign_lead_id",
      "completed_at",
      "error",
      "has_draft",
      "status",
      "subject_preview",
    ]

    it("tells each lead's state, never a body, and is terminal when nothing is left", async () => {
      const orders = ["", "[fail:permanent]", "[hang]"]
      const { campaign_id, lead_ids } = await createCampaignWithOrders(orders)
      const client = playgroundOf(host, campaign_id)
      const batchId = await client.generate({ custom_prompt: `${ORDERS} top-secret-body` })
      await client.reached(batchId, "failed", 1)
      await client.reached(batchId, "succeeded", 1)
      const open = await client.reached(batchId, "running", 1)
      expect(Object.keys(open).sort()).toEqual(
        ["batch_id", "campaign_id", "overall", "per_lead", "status", "step_index"].sort()
      )
      expect(open).toMatchObject({ campaign_id, batch_id: batchId, step_index: 1 })
      expect(open.status).toBe("running")
      expect(open.overall).toEqual({
        pending: 0,
        running: 1,
        succeeded: 1,
        failed: 1,
        cancelled: 0,
        total: 3,
      })
      expect(JSON.stringify(open)).not.toContain("top-secret-body")
      for (const lead of open.per_lead) {
        expect(PER_LEAD_KEYS).toEqual(expect.arrayContaining(Object.keys(lead)))
      }
      expect(open.per_lead.map((lead) => lead.campaign_lead_id)).toEqual(lead_ids)
      const [good, bad, hanging] = open.per_lead
      expect(good).toMatchObject({ status: "succeeded", attempt: 1, has_draft: true })
      expect(good?.subject_preview).toBe("For lead-0@example.com")
      expect(good).not.toHaveProperty("error")
      expect(bad).toMatchObject({ status: "failed", attempt: 1, has_draft: false })
      expect(bad?.error).toEqual({
        code: "test_permanent",
        params: {},
        message: "The test provider refuses.",
      })
      expect(hanging).toMatchObject({ status: "running", has_draft: false, completed_at: null })
      await client.post("cancel", { batch_id: batchId }).expect(200)
    })

    it("is the newest batch's where none is named; a campaign without one has none", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      const client = playgroundOf(host, campaign_id)
      const { body } = await client.get("status").expect(404)
      expect(body.type).toBe("not_found")
      await client.generate()
      const newest = await client.generate({ step_index: 3 })
      const answer = await client.get("status").expect(200)
      expect(answer.body).toMatchObject({ batch_id: newest, step_index: 3 })
    })
  })

  it("is found under its own campaign only, and only by a UUID", async () => {
    const [mine, other] = [await createCampaign(host), await createCampaign(host)]
    const batchId = await playgroundOf(host, mine.campaign_id).generate()
    const calls = (campaignId: string, batch_id: string) => {
      const client = playgroundOf(host, campaignId)
      return [
        client.get(`status?batch_id=${batch_id}`),
        client.get(`drafts?batch_id=${batch_id}`),
        client.get(`events?batch_id=${batch_id}`),
        client.get(`batches/${batch_id}`),
        client.post("cancel", { batch_id }),
        client.post("retry", { batch_id }),
      ]
    }
    for (const [campaignId, id, expected] of [
      [other.campaign_id, batchId, 404],
      [mine.campaign_id, randomUUID(), 404],
      [randomUUID(), batchId, 404],
      [mine.campaign_id, "nonsense", 400],
      ["nonsense", batchId, 400],
    ] as const) {
      for (const call of calls(campaignId, id)) {
        const { status, body } = await call
        const type = expected === 404 ? "not_found" : "invalid_data"
        expect({ url: call.url, status, type: body.type }).toEqual({
          url: call.url,
          status: expected,
          type,
        })
      }
    }
    await playgroundOf(host, mine.campaign_id).finished(batchId)
  })

  it("fails only the lead that lacks a value, naming it, and again after a retry", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 3 })
    const [, second = ""] = lead_ids
    const outreach = host.container().resolve<OutreachModuleService>("outreach")
    await outreach.updateCampaignLead(campaign_id, second, { company: null })
    const client = playgroundOf(host, campaign_id)
    const batchId = await client.generate()
    const failed = await client.finished(batchId)
    expect(failed.overall).toMatchObject({ succeeded: 2, failed: 1 })
    const message = expect.stringContaining("lead.company")
    const params = { variables: ["lead.company"] }
    const error = { code: "missing_variable", params, message }
    expect(failed.per_lead[1]).toMatchObject({ campaign_lead_id: second, attempt: 1, error })

    // The batch froze the lead as it was: only a new batch sees the correction.
    await outreach.updateCampaignLead(campaign_id, second, { company: "Corrected" })
    await client.post("retry", { batch_id: batchId }).expect(202)
    const still = await client.finished(batchId)
    expect(still.per_lead[1]).toMatchObject({ status: "failed", error })
    const fresh = await client.finished(await client.generate())
    expect(fresh.overall).toMatchObject({ succeeded: 3 })
  })

  it("shows no text of an error that it does not know", async () => {
    const { campaign_id } = await createCampaignWithOrders(["[fail:unknown]"])
    const client = playgroundOf(host, campaign_id)
    const status = await client.finished(await client.generate({ custom_prompt: ORDERS }))
    expect(status.per_lead[0]).toMatchObject({ status: "failed", attempt: 3 })
    expect(status.per_lead[0]?.error?.code).toBe("generator_error")
    expect(JSON.stringify(status)).not.toContain("sk_test")
  })

  it("writes each draft once although each job is delivered three times more", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 10 })
    const client = playgroundOf(host, campaign_id)
    const service = host.container().resolve<PlaygroundModuleService>("playground")
    const batchId = await client.generate({ custom_prompt: "[delay:200] {{ lead.email }}" })
    // Other epochs: the queue would drop a job whose id it still knows.
    const tasks = await taskRefsOf(batchId)
    const rounds = [100, 200, 300].map((epochs) =>
      tasks.map(({ task_id, epoch }) => ({ task_id, epoch: epoch + epochs }))
    )
    rounds.forEach((round) => service.enqueueTasks(round))
    await client.finished(batchId)
    const written = await client.drafts(batchId)
    rounds.forEach((round) =>
      service.enqueueTasks(round.map((task) => ({ ...task, epoch: task.epoch + 1_000 })))
    )
    const last = await client.generate({ n_leads: 1 })
    await client.finished(last)
    expect(await client.drafts(batchId)).toEqual(written)
    const attempts = (await client.status(batchId)).per_lead.map((lead) => lead.attempt)
    expect(attempts).toEqual(Array(10).fill(1))
  })

  describe("cancel", () => {
    it("stops what is under way for good, keeps what is there, and counts once", async () => {
      const orders = ["", "[hang]", "[stubborn:4000]", "[fail:permanent]"]
      const { campaign_id } = await createCampaignWithOrders(orders)
      const client = playgroundOf(host, campaign_id)
      const batchId = await client.generate({ custom_prompt: ORDERS })
      await client.reached(batchId, "succeeded", 1)
      await client.reached(batchId, "failed", 1)
      await client.reached(batchId, "running", 2)
      const cancelled = await client.post("cancel", { batch_id: batchId }).expect(200)
      expect(cancelled.body).toEqual({ campaign_id, batch_id: batchId, cancelled_count: 2 })
      const status = await client.status(batchId)
      expect(status.status).toBe("cancelled")
      expect(status.overall).toMatchObject({ succeeded: 1, cancelled: 2, failed: 1, running: 0 })
      const drafts = await client.drafts(batchId)
      expect(drafts).toHaveLength(1)

      const again = await client.post("cancel", { batch_id: batchId }).expect(200)
      expect(again.body.cancelled_count).toBe(0)
      const retry = await client.post("retry", { batch_id: batchId }).expect(400)
      expect(retry.body.type).toBe("not_allowed")
      // A lead of a later batch that takes longer than the stubborn one: by then it has answered.
      await client.finished(
        await client.generate({ n_leads: 1, custom_prompt: "[delay:4500] later" })
      )
      expect(await client.drafts(batchId)).toEqual(drafts)
      expect((await client.status(batchId)).overall).toEqual(status.overall)
    })

    it("of a finished batch stops nothing and changes nothing", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      const client = playgroundOf(host, campaign_id)
      const batchId = await client.generate()
      await client.finished(batchId)
      const { body } = await client.post("cancel", { batch_id: batchId }).expect(200)
      expect(body.cancelled_count).toBe(0)
      expect((await client.status(batchId)).status).toBe("finished")
    })

    it("takes a batch's id and nothing else", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      const client = playgroundOf(host, campaign_id)
      for (const body of [{}, { batch_id: 1 }, { batch_id: randomUUID(), extra: 1 }]) {
        await client.post("cancel", body).expect(400)
        await client.post("retry", body).expect(400)
      }
    })
  })

  describe("retry", () => {
    it("drafts the failed leads again, in lead order, and no other", async () => {
      const orders = ["", "[fail:permanent:1]", "[fail:permanent:1]", "", "[fail:permanent:1]"]
      const { campaign_id, lead_ids } = await createCampaignWithOrders(orders)
      const client = playgroundOf(host, campaign_id)
      const batchId = await client.generate({ custom_prompt: ORDERS })
      const first = await client.finished(batchId)
      expect(first.overall).toMatchObject({ succeeded: 2, failed: 3 })
      const before = await client.drafts(batchId)

      const [, second = "", third = "", fourth = "", fifth = ""] = lead_ids
      const named = [fifth, fourth, second]
      const some = await client.post("retry", { batch_id: batchId, campaign_lead_ids: named })
      expect({ status: some.status, body: some.body }).toEqual({
        status: 202,
        body: { campaign_id, batch_id: batchId, enqueued_lead_ids: [second, fifth], total: 2 },
      })
      const then = await client.finished(batchId)
      expect(then.overall).toMatchObject({ succeeded: 4, failed: 1 })
      expect(then.per_lead[2]?.status).toBe("failed")

      const rest = await client.post("retry", { batch_id: batchId }).expect(202)
      expect(rest.body.enqueued_lead_ids).toEqual([third])
      const end = await client.finished(batchId)
      expect(end).toMatchObject({ status: "finished", overall: { succeeded: 5, failed: 0 } })
      expect(await client.drafts(batchId)).toEqual(expect.arrayContaining(before))
      const none = await client.post("retry", { batch_id: batchId }).expect(202)
      expect(none.body).toMatchObject({ enqueued_lead_ids: [], total: 0 })
      expect((await client.status(batchId)).status).toBe("finished")
    })

    it("does not find leads that are not in the batch, and retries none then", async () => {
      const { campaign_id, lead_ids } = await createCampaignWithOrders(["[fail:permanent]"])
      const client = playgroundOf(host, campaign_id)
      const batchId = await client.generate({ custom_prompt: ORDERS })
      await client.finished(batchId)
      const strangers = [...lead_ids, randomUUID()]
      const body = { batch_id: batchId, campaign_lead_ids: strangers }
      await client.post("retry", body).expect(404)
      expect((await client.status(batchId)).overall.failed).toBe(1)
    })
  })

  it("tries an ill provider again and counts each attempt", async () => {
    const orders = ["[fail:retryable:2]", "[fail:retryable]", "[wait:10:2]"]
    const { campaign_id } = await createCampaignWithOrders(orders)
    const client = playgroundOf(host, campaign_id)
    const status = await client.finished(await client.generate({ custom_prompt: ORDERS }))
    expect(status.per_lead[0]).toMatchObject({ status: "succeeded", attempt: 3 })
    expect(status.per_lead[1]).toMatchObject({ status: "failed", attempt: 3 })
    expect(status.per_lead[1]?.error?.code).toBe("test_retryable")
    expect(status.per_lead[2]).toMatchObject({ status: "succeeded" })
  })

  it("stops at a failure that no lead can help, says why, and goes on with a retry", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 30 })
    const client = playgroundOf(host, campaign_id)
    const id = await client.generate({ n_leads: 30, custom_prompt: "[fail:fatal:1] Hello" })
    const stopped = await client.finished(id)
    const params = { opens: "at nine" }
    const reason = {
      stop_reason: "test_fatal",
      stop_params: params,
      stop_message: "The test provider is closed.",
    }
    expect(stopped).toMatchObject({ status: "finished", ...reason })
    expect(stopped.overall).toMatchObject({ failed: 30, total: 30 })
    expect(stopped.per_lead.filter(({ attempt }) => attempt > 0).length).toBeLessThan(30)
    for (const { error } of stopped.per_lead) {
      expect(error).toMatchObject({ code: "test_fatal", params })
    }
    expect((await client.get(`batches/${id}`).expect(200)).body.batch).toMatchObject(reason)

    // Each lead fails once, so each retry meets some that have not yet.
    for (let failed = 30, retries = 0; failed > 0 && retries < 30; retries++) {
      await client.post("retry", { batch_id: id }).expect(202)
      failed = (await client.finished(id)).overall.failed
    }
    const ended = await client.status(id)
    expect(ended.overall).toMatchObject({ succeeded: 30 })
    expect(ended).not.toHaveProperty("stop_reason")
    expect(ended).not.toHaveProperty("stop_params")
    expect(ended.per_lead.filter(({ error }) => error)).toEqual([])
  })

  it("says until when its provider has asked it to wait, and drafts then", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 3 })
    const client = playgroundOf(host, campaign_id)
    const id = await client.generate({ custom_prompt: "[wait:3000:1] Hello" })
    let waiting = await client.status(id)
    await eventually(async () => (waiting = await client.status(id)).waiting_until !== undefined, {
      withinMs: 30_000,
      because: "the batch waits",
    })
    expect(waiting).toMatchObject({ status: "running", overall: { running: 0 } })
    const ended = await client.finished(id)
    expect(ended.overall).toMatchObject({ succeeded: 3 })
    expect(ended).not.toHaveProperty("waiting_until")
  })

  it("stops where its provider asks to wait for longer than an hour, and says until when", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 20 })
    const client = playgroundOf(host, campaign_id)
    const id = await client.generate({ n_leads: 20, custom_prompt: "[wait:86400000] Hello" })
    const stopped = await client.finished(id)
    expect(stopped).toMatchObject({ stop_reason: "rate_limited", overall: { failed: 20 } })
    expect(stopped.stop_message).toMatch(
      /^The test provider asks to wait\. It asks to wait until \d{4}-.*Z, longer than the plugin option maxRetryAfterMs/
    )
    expect(stopped.stop_params).toEqual({ until: expect.stringMatching(/^\d{4}-.*Z$/) })
    expect(stopped.per_lead.filter(({ attempt }) => attempt > 0).length).toBeLessThan(20)
  })

  it("stays in the history, newest first, with its counts and its prompt", async () => {
    const { campaign_id } = await createCampaignWithOrders(["", "[fail:permanent]"])
    const client = playgroundOf(host, campaign_id)
    const ids: string[] = []
    for (const body of [{ custom_prompt: `${ORDERS} 1` }, { step_index: 3 }, {}]) {
      ids.unshift(await client.generate({ custom_prompt: ORDERS, ...body }))
    }
    for (const id of ids) await client.finished(id)
    const list = async (query: string) => (await client.get(`batches?${query}`).expect(200)).body
    const all = await list("")
    expect(all).toMatchObject({ count: 3, offset: 0, limit: 20 })
    const idsOf = (page: { batches: { id: string }[] }) => page.batches.map((batch) => batch.id)
    expect(idsOf(all)).toEqual(ids)
    expect(idsOf(await list("offset=1&limit=1"))).toEqual([ids[1]])
    const ofStep = await list("step_index=3")
    expect(ofStep.count).toBe(1)
    expect(idsOf(ofStep)).toEqual([ids[1]])
    expect(await list("step_index=32")).toMatchObject({ batches: [], count: 0 })
    for (const query of ["step_index=0", "step_index=33", "limit=0", "limit=201", "x=1"]) {
      await client.get(`batches?${query}`).expect(400)
    }

    const single = (await client.get(`batches/${ids[2]}`).expect(200)).body
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)
    expect(single).toEqual({
      batch: {
        id: ids[2],
        campaign_id,
        step_index: 1,
        status: "finished",
        prompt_version_hash: expect.stringMatching(SHA256),
        prompt_source: "request",
        generator: "test",
        model: "test-model",
        cost: null,
        cap_reached: null,
        requested_by: "user_signed_in_test",
        counts: { pending: 0, running: 0, succeeded: 1, failed: 1, cancelled: 0, total: 2 },
        usage: { input_tokens: 10, output_tokens: 5 },
        created_at: time,
        finished_at: time,
        cancelled_at: null,
        prompt: `${ORDERS} 1`,
      },
    })
    const { prompt: _, ...summary } = single.batch
    expect(all.batches[2]).toEqual(summary)
  })
}
