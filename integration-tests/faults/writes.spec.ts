import { queryRows } from "../../src/persistence/db"
import { createBatch } from "../../src/modules/playground/sql/transitions/create-batch"
import { claimTasks } from "../../src/modules/playground/sql/transitions/claim-tasks"
import { completeTasks } from "../../src/modules/playground/sql/transitions/complete-tasks"
import { eventually } from "../../testing/eventually"
import { batchInput } from "../../testing/ledger-batch"
import { BACKENDS, inLab, LAB_OPTIONS } from "../../testing/lab/fault-lab"
import { OwnRedis } from "../../testing/own-redis"
import { randomUUID } from "node:crypto"

describe.each(BACKENDS)("who may write a draft, with the queue on %s", (backend) => {
  it(`G1 (${backend}): a batch whose API process was killed before it told the queue is drafted all the same`, async () => {
    await inLab({ backend }, async (lab) => {
      const batchId = await lab.generateAndDie(20)
      await lab.startWorker("one")
      const tasks = await lab.finished(batchId)
      expect(tasks.map((task) => task.status)).toEqual(Array(20).fill("succeeded"))
    })
  })

  it(`G2 (${backend}): every task delivered three times by two workers writes each draft once`, async () => {
    // More calls at once than there are tasks, so that the others are delivered while the first runs.
    await inLab({ backend, options: { concurrency: 64, leaseMs: 30_000 } }, async (lab) => {
      await Promise.all([lab.startWorker("one"), lab.startWorker("two")])
      lab.desk.hold()
      const batch = await lab.generate(60)
      await lab.callsInFlight(60)
      const ids = (await lab.tasks(batch.id)).map((task) => task.id)
      await lab.enqueue([901, 902].flatMap((epoch) => ids.map((task_id) => ({ task_id, epoch }))))
      await eventually(async () => (await lab.queueDepth()) <= 60, {
        withinMs: 45_000,
        because: "the other tasks are delivered",
      })
      lab.desk.release()
      const tasks = await lab.finished(batch.id)
      expect(tasks.map((task) => task.attempt)).toEqual(Array(60).fill(1))
      expect(await lab.writtenTwice()).toEqual([])
      expect(lab.desk.calls).toHaveLength(60)
    })
  })

  it(`G2 (${backend}): of drafts that share a job each is written once, though the worker dies among them`, async () => {
    await inLab({ backend, options: { concurrency: 2 } }, async (lab) => {
      const killed = await lab.startWorker("killed")
      lab.desk.hold()
      const batch = await lab.generate(16, { isInstant: true })
      await lab.callsInFlight(16)
      for (const call of [...lab.desk.pending].slice(0, 5)) call.answer({ do: "draft" })
      await eventually(async () => (await lab.countSucceeded(batch.id)) === 5, {
        withinMs: 45_000,
        because: "five of them are written",
      })
      await killed.kill()
      lab.desk.release()
      await lab.startWorker("replacement")
      const tasks = await lab.finished(batch.id)
      expect(tasks.map((task) => task.status)).toEqual(Array(16).fill("succeeded"))
      expect(tasks.map((task) => task.attempt).sort()).toEqual([
        ...Array<number>(5).fill(1),
        ...Array<number>(11).fill(2),
      ])
      expect(await lab.writtenTwice()).toEqual([])
    })
  })

  it(`G5 (${backend}): a draft of a worker that was frozen past its lease is dropped`, async () => {
    await inLab({ backend }, async (lab) => {
      const frozen = await lab.startWorker("frozen")
      lab.desk.hold()
      const batch = await lab.generate(4)
      await lab.callsInFlight(4)
      frozen.freeze()
      const lateCalls = [...lab.desk.pending]
      await lab.startWorker("replacement")
      lab.desk.policy = (call) => ({ do: "draft", body: `by ${call.worker}` })
      await lab.finished(batch.id)
      const before = await lab.tasks(batch.id)
      for (const call of lateCalls) call.answer({ do: "draft", body: "by the frozen one" })
      frozen.thaw()
      // It has heard the answers once it works again.
      const next = await lab.generate(30)
      await lab.finished(next.id)
      await frozen.terminate()
      expect(before.map((task) => task.body)).toEqual(Array(4).fill("by replacement"))
      expect(await lab.tasks(batch.id)).toEqual(before)
      expect(await lab.writtenTwice()).toEqual([])
    })
  })
})

it("G1: with Redis away a batch is committed, and drafted once Redis is there", async () => {
  const redis = await OwnRedis.open({ isRunning: false })
  try {
    await inLab({ backend: "redis", redisUrl: redis.url }, async (lab) => {
      await lab.startWorker("one")
      const startedAt = performance.now()
      const batch = await lab.generate(10)
      expect(performance.now() - startedAt).toBeLessThan(1_000)
      expect((await lab.tasks(batch.id)).map((task) => task.status)).toEqual(
        Array(10).fill("pending")
      )
      await redis.start()
      const tasks = await lab.finished(batch.id)
      expect(tasks.map((task) => task.status)).toEqual(Array(10).fill("succeeded"))
    })
  } finally {
    await redis.kill()
  }
})

describe("what the database itself refuses", () => {
  it("G2: of 20 parallel writers of one tuple, one gets a row", async () => {
    await inLab({ backend: "postgres" }, async (lab) => {
      const batch = await lab.generate(1, { isEnqueued: false })
      const copy = () =>
        queryRows(
          lab.database.dataSource,
          `insert into playground_draft_input (task_id, batch_id, campaign_id, campaign_lead_id,
             prompt_version_hash, variant_label, lead_snapshot, lead_fingerprint)
           select gen_random_uuid(), batch_id, campaign_id, campaign_lead_id, prompt_version_hash,
                  variant_label, lead_snapshot, lead_fingerprint
             from playground_draft_input where batch_id = $1
           on conflict do nothing returning task_id`,
          [batch.id]
        )
      const written = await Promise.all(Array.from({ length: 20 }, copy))
      expect(written.flat()).toEqual([])
      expect(await lab.tasks(batch.id)).toHaveLength(1)
    })
  })

  it("G2: of 20 racing claims one wins, and only its token completes", async () => {
    await inLab({ backend: "postgres" }, async (lab) => {
      const db = lab.database.dataSource
      const batch = await lab.generate(1, { isEnqueued: false })
      const task_id = (await lab.tasks(batch.id))[0]?.id ?? ""
      const claim = { leaseMs: LAB_OPTIONS.leaseMs, maxLostWorkers: 5 }
      const leases = Array.from({ length: 20 }, () => ({ task_id, lease_token: randomUUID() }))
      const claims = await Promise.all(
        leases.map((lease) => claimTasks(db, { ...claim, leases: [lease] }))
      )
      const winners = claims.flat()
      expect(winners).toHaveLength(1)
      const completions = leases.map((lease) => ({
        ...lease,
        draft: { subject: "S", body: lease.lease_token },
        cost: null,
        latency_ms: 1,
        flags: [],
      }))
      const written = await Promise.all(
        completions.map((completion) => completeTasks(db, [completion]))
      )
      expect(written.flat()).toHaveLength(1)
      expect((await lab.tasks(batch.id))[0]?.body).toBe(winners[0]?.lease_token)
    })
  })

  it("G3: of 50 concurrent requests with one key, one makes the batch", async () => {
    await inLab({ backend: "postgres" }, async (lab) => {
      const input = batchInput(5, {
        idempotency: { key: "once", request_fingerprint: "a".repeat(64) },
      })
      const created = await Promise.all(
        Array.from({ length: 50 }, () => createBatch(lab.database.dataSource, input))
      )
      expect(created.filter((rows) => rows.length > 0)).toHaveLength(1)
      await eventually(
        async () =>
          (await queryRows(lab.database.dataSource, `select id from playground_draft_batch`))
            .length === 1,
        { withinMs: 1_000, because: "there is one batch" }
      )
    })
  })
})
