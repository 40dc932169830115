import { randomInt } from "node:crypto"
import { Redis } from "ioredis"
import type {
  TaskRef,
  PlaygroundHealthDTO,
  PlaygroundModuleService,
} from "../../../src/modules/playground"
import { eventually } from "../../../testing/eventually"
import { hostSuite } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { OwnRedis } from "../../../testing/own-redis"
import { accepted, playgroundOf, TEST_GENERATOR } from "./client"

// The suite's options are read before anything can be awaited, so the port is drawn, not asked for.
const redis = OwnRedis.at(randomInt(20_000, 30_000))

beforeAll(() => redis.start())
afterAll(() => redis.kill())

const playground = {
  generators: [{ resolve: TEST_GENERATOR, id: "test" }],
  reconcileIntervalMs: 1_000,
}

hostSuite(
  "a batch whose tasks are in Redis",
  { playground, env: { PLAYGROUND_REDIS_URL: redis.url } },
  (host) => {
    it("is drafted, and leaves no job behind", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 10 })
      const client = playgroundOf(host, campaign_id)
      const batchId = await client.generate({ custom_prompt: "For {{ lead.email }}" })
      await client.finished(batchId)
      const drafts = await client.drafts(batchId)
      expect(drafts.map((draft) => draft.campaign_lead_id)).toEqual(lead_ids)
      expect(drafts.map((draft) => draft.body)).toEqual(
        lead_ids.map((_, lead) => `For lead-${lead}@example.com`)
      )
      const connection = new Redis(redis.url)
      try {
        expect(await connection.exists(`${host.queuePrefix}:drafts:meta`)).toBe(1)
        await eventually(
          async () => (await connection.keys(`${host.queuePrefix}:drafts:d-*`)).length === 0,
          { withinMs: 45_000, because: "Redis holds no job any more" }
        )
      } finally {
        connection.disconnect()
      }
    })

    it("is written once although Redis delivers each job three times more", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 10 })
      const client = playgroundOf(host, campaign_id)
      const service = host.container().resolve<PlaygroundModuleService>("playground")
      const batchId = await client.generate({ custom_prompt: "[delay:200] {{ lead.email }}" })
      const tasks = await host.query<TaskRef>(
        "select id as task_id, epoch from playground_draft_task where batch_id = $1",
        [batchId]
      )
      for (const epochs of [100, 200, 300]) {
        service.enqueueTasks(
          tasks.map(({ task_id, epoch }) => ({ task_id, epoch: epoch + epochs }))
        )
      }
      const { overall, per_lead } = await client.finished(batchId)
      expect(overall).toMatchObject({ succeeded: 10, total: 10 })
      expect(per_lead.map((lead) => lead.attempt)).toEqual(Array(10).fill(1))
    })

    const health = async () => {
      const answer = await host.request().get("/api/v1/playground/health").set(host.adminHeaders())
      expect(answer.status).toBe(200)
      return answer.body as PlaygroundHealthDTO
    }

    it("is counted among the open work, and all is well once it is done", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 3 })
      const client = playgroundOf(host, campaign_id)
      const batchId = await client.generate({ custom_prompt: "[hang] {{ lead.email }}" })
      await eventually(async () => (await health()).tasks.running === 3, {
        withinMs: 45_000,
        because: "all three are being drafted",
      })
      expect(await health()).toMatchObject({
        status: "ok",
        queue: { backend: "redis", is_reachable: true, depth: 3 },
        tasks: { pending: 0, expired: 0, oldest_pending_seconds: null },
        batches: { running: 1 },
        judging: null,
        delivery: { queue: { backend: "redis", is_reachable: true }, sends: { unknown: 0 } },
      })
      await client.post("cancel", { batch_id: batchId }).expect(200)
      const isIdle = async () => {
        const { queue, batches, process } = await health()
        return queue.depth === 0 && batches.running === 0 && process.last_reconciled_at !== null
      }
      await eventually(isIdle, { withinMs: 45_000, because: "nothing is left, and it was looked" })
      expect(await health()).toMatchObject({
        status: "ok",
        reasons: [],
        process: { worker_mode: "shared" },
      })
    })

    it("is accepted while Redis is down, without delay, and drafted once it is back", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 5 })
      const client = playgroundOf(host, campaign_id)
      await redis.kill()
      try {
        const startedAt = performance.now()
        const answer = await client.post("generate", { step_index: 1 }).expect(accepted)
        expect(performance.now() - startedAt).toBeLessThan(1_900)
        expect(answer.body.total).toBe(5)
        expect((await client.status(answer.body.batch_id)).overall.pending).toBe(5)
        expect(await health()).toMatchObject({
          status: "degraded",
          reasons: [expect.stringContaining("The queue cannot be reached")],
          queue: { is_reachable: false, depth: null },
          tasks: { pending: 5 },
        })
        await redis.start()
        const { overall } = await client.finished(answer.body.batch_id)
        expect(overall).toMatchObject({ succeeded: 5, total: 5 })
      } finally {
        await redis.kill()
        await redis.start()
      }
    })
  }
)
