import { randomInt } from "node:crypto"
import { Redis } from "ioredis"
import type { Bell, PlaygroundModuleService } from "../../../src/modules/playground"
import { redisOn } from "../../modules/queue/own-redis"
import { eventually } from "../../setup/eventually"
import { hostSuite } from "../../setup/host-suite"
import { createCampaign } from "../../setup/outreach-fixtures"
import { accepted, playgroundOf, TEST_GENERATOR } from "./client"

// The suite's options are read before anything can be awaited, so the port is drawn, not asked for.
const redis = redisOn(randomInt(20_000, 30_000))

beforeAll(() => redis.start())
afterAll(() => redis.stop())

const playground = {
  generators: [{ resolve: TEST_GENERATOR, id: "test" }],
  reconcileIntervalMs: 1_000,
}

hostSuite(
  "a batch whose bells are in Redis",
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
          { withinMs: 10_000, because: "Redis holds no job any more" }
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
      const bells = await host.query<Bell>(
        "select id as task_id, epoch from playground_draft_task where batch_id = $1",
        [batchId]
      )
      for (const epochs of [100, 200, 300]) {
        service.ringTasks(bells.map(({ task_id, epoch }) => ({ task_id, epoch: epoch + epochs })))
      }
      const { overall, per_lead } = await client.finished(batchId)
      expect(overall).toMatchObject({ succeeded: 10, total: 10 })
      expect(per_lead.map((lead) => lead.attempt)).toEqual(Array(10).fill(1))
    })

    it("is accepted while Redis is down, without delay, and drafted once it is back", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 5 })
      const client = playgroundOf(host, campaign_id)
      await redis.stop()
      try {
        const startedAt = performance.now()
        const answer = await client.post("generate", { step_index: 1 }).expect(accepted)
        expect(performance.now() - startedAt).toBeLessThan(1_900)
        expect(answer.body.total).toBe(5)
        expect((await client.status(answer.body.batch_id)).overall.pending).toBe(5)
        await redis.start()
        const { overall } = await client.finished(answer.body.batch_id)
        expect(overall).toMatchObject({ succeeded: 5, total: 5 })
      } finally {
        await redis.stop()
        await redis.start()
      }
    })
  }
)
