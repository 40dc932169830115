import { Redis } from "ioredis"
import type { TaskRef } from "../../../src/queue/draft-queue"
import { eventually } from "../../../testing/eventually"
import { BACKENDS, task, tasks, inQueueLab, onPostgres, type QueueLab } from "./queue-lab"

/** What the queue keeps: its jobs' data by id, its event log's length, and everything as one text. */
interface Kept {
  jobs: Map<string, unknown>
  events: number
  text: string
}

async function keptInRedis({ redisUrl, prefix }: QueueLab): Promise<Kept> {
  const redis = new Redis(redisUrl)
  try {
    const keys = await redis.keys(`${prefix}*`)
    const jobs = new Map<string, unknown>()
    for (const key of keys.filter((name) => name.includes(":d-"))) {
      jobs.set(key.replace(/^.*:/, ""), JSON.parse((await redis.hget(key, "data")) ?? "null"))
    }
    return { jobs, events: await redis.xlen(`${prefix}:drafts:events`), text: keys.join("\n") }
  } finally {
    redis.disconnect()
  }
}

async function keptInPostgres({ databaseUrl, prefix }: QueueLab): Promise<Kept> {
  const jobs = await onPostgres(databaseUrl, `select id, data from ${prefix}.job`)
  const events = await onPostgres(databaseUrl, `select id from ${prefix}.event`)
  const tables = await onPostgres(
    databaseUrl,
    `select table_name from information_schema.tables
      where table_schema = $1 and table_name not in ('event', 'migration')`,
    [prefix]
  )
  const texts = tables.map(async ({ table_name }) =>
    JSON.stringify(await onPostgres(databaseUrl, `select * from ${prefix}.${String(table_name)}`))
  )
  return {
    jobs: new Map(jobs.map(({ id, data }) => [String(id), data])),
    events: events.length,
    text: (await Promise.all(texts)).join("\n"),
  }
}

const keptIn = { redis: keptInRedis, postgres: keptInPostgres }

describe.each(BACKENDS)("a queue on %s", (backend) => {
  it(`delivers each task once, to one of the processes that listen (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const delivered: TaskRef[] = []
      for (const listener of [lab.queue(), lab.queue()]) {
        listener.listen(async (enqueued) => {
          delivered.push(enqueued)
        })
      }
      const enqueued = tasks(50)
      await lab.queue().enqueue(enqueued)
      await eventually(() => delivered.length >= 50, { withinMs: 45_000, because: "50 tasks" })
      const ids = (list: TaskRef[]) => list.map(({ task_id }) => task_id).sort()
      expect(ids(delivered)).toEqual(ids(enqueued))
      await eventually(async () => (await lab.queue().depth()) === 0, {
        withinMs: 45_000,
        because: "all are acknowledged",
      })
      expect(delivered).toHaveLength(50)
    })
  })

  it(`delivers tasks that share jobs once each, a job's together, and acknowledges them all (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const queue = lab.queue({ concurrency: 2 })
      const enqueued = tasks(20)
      await queue.enqueue(enqueued, { perJob: 8 })
      expect(await queue.depth()).toBe(3)
      const delivered: TaskRef[] = []
      let open = () => {}
      const gate = new Promise<void>((resolve) => {
        open = resolve
      })
      queue.listen(async (one) => {
        delivered.push(one)
        await gate
      })
      // Of three jobs with 6, 7 and 7 tasks, in whatever order, two are delivered.
      await eventually(() => delivered.length >= 13, { withinMs: 45_000, because: "two jobs" })
      expect(delivered.length).toBeLessThan(15)
      open()
      await eventually(async () => delivered.length === 20 && (await queue.depth()) === 0, {
        withinMs: 45_000,
        because: "all are acknowledged",
      })
      expect(new Set(delivered)).toEqual(new Set(enqueued))
    })
  })

  it(`gives a slot to the next task once the last one is released, and waits for both on close (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const queue = lab.queue({ concurrency: 1 })
      const begun: string[] = []
      const ended: string[] = []
      let write = () => {}
      const written = new Promise<void>((resolve) => {
        write = resolve
      })
      await queue.enqueue(tasks(2))
      queue.listen(async ({ task_id }, _, release) => {
        begun.push(task_id)
        release()
        await written
        ended.push(task_id)
      })
      await eventually(async () => begun.length === 2 && (await queue.depth()) === 0, {
        withinMs: 45_000,
        because: "both are acknowledged while neither is written",
      })
      expect(ended).toEqual([])
      let isClosed = false
      const closed = queue.close(45_000).then(() => {
        isClosed = true
      })
      // Longer than a close takes that waits for nobody.
      const ends = eventually(() => isClosed, { withinMs: 2_000, because: "it is closed" })
      await expect(ends).rejects.toThrow("in vain")
      write()
      await closed
      expect(ended).toHaveLength(2)
    })
  })

  it(`gives each task a job of its own where rateLimit counts them (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const queue = lab.queue({ rateLimit: { max: 5, intervalMs: 1_000 } })
      await queue.enqueue(tasks(20), { perJob: 8 })
      expect(await queue.depth()).toBe(20)
    })
  })

  it(`lets no more tasks be delivered in an interval than rateLimit says, by all processes together (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const rateLimit = { max: 5, intervalMs: 1_000 }
      const deliveredAt: number[] = []
      for (const listener of [lab.queue({ rateLimit }), lab.queue({ rateLimit })]) {
        listener.listen(async () => {
          deliveredAt.push(performance.now())
        })
      }
      const enqueuedAt = performance.now()
      await lab.queue().enqueue(tasks(15))
      await eventually(() => deliveredAt.length >= 15, { withinMs: 45_000, because: "15 tasks" })
      // The sixth waits for the second interval, the eleventh for the third. A tenth is for clocks.
      expect((deliveredAt[5] ?? 0) - enqueuedAt).toBeGreaterThan(900)
      expect((deliveredAt[10] ?? 0) - enqueuedAt).toBeGreaterThan(1_800)
    })
  })

  it(`delivers a task again when it is enqueued again, under a new epoch and the old one (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const delivered: number[] = []
      const queue = lab.queue()
      queue.listen(async ({ epoch }) => {
        delivered.push(epoch)
      })
      const enqueued = task(1)
      for (const epoch of [1, 2, 2]) {
        const before = delivered.length
        await queue.enqueue([{ ...enqueued, epoch }])
        await eventually(async () => delivered.length > before && (await queue.depth()) === 0, {
          withinMs: 45_000,
          because: `epoch ${epoch} is delivered and done`,
        })
      }
      expect(delivered).toEqual([1, 2, 2])
    })
  })

  it(`takes the same task once while it waits (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const queue = lab.queue()
      const enqueued = task()
      await Promise.all([
        queue.enqueue([enqueued]),
        queue.enqueue([enqueued]),
        queue.enqueue([enqueued, enqueued]),
      ])
      expect(await queue.depth()).toBe(1)
    })
  })

  it(`delivers a delayed task when it is due, not before (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const queue = lab.queue()
      let deliveredAt = 0
      queue.listen(async () => {
        deliveredAt = performance.now()
      })
      const enqueuedAt = performance.now()
      await queue.enqueue([task()], { delayMs: 700 })
      expect(await queue.depth()).toBe(1)
      await eventually(() => deliveredAt > 0, { withinMs: 45_000, because: "the delayed task" })
      // Servers count in whole milliseconds.
      expect(deliveredAt - enqueuedAt).toBeGreaterThan(690)
    })
  })

  it(`runs as many handlers at once as it was told, and no more (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const queue = lab.queue({ concurrency: 3 })
      let running = 0
      let most = 0
      let done = 0
      let open = () => {}
      const gate = new Promise<void>((resolve) => {
        open = resolve
      })
      queue.listen(async () => {
        running += 1
        most = Math.max(most, running)
        await gate
        running -= 1
        done += 1
      })
      await queue.enqueue(tasks(9))
      await eventually(() => running === 3, { withinMs: 45_000, because: "three at once" })
      expect(await queue.depth()).toBe(9)
      open()
      await eventually(() => done === 9, { withinMs: 45_000, because: "nine are done" })
      expect(most).toBe(3)
    })
  })

  it(`pauses the workers of all processes, and only for so long (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const deliveredAt: number[] = []
      for (const listener of [lab.queue(), lab.queue()]) {
        listener.listen(async () => {
          deliveredAt.push(performance.now())
        })
      }
      const queue = lab.queue()
      await queue.enqueue(tasks(2))
      await eventually(() => deliveredAt.length === 2, {
        withinMs: 45_000,
        because: "both are awake",
      })

      const pausedAt = performance.now()
      await queue.pause(1_500)
      await queue.enqueue(tasks(20))
      await eventually(() => deliveredAt.length === 22, { withinMs: 45_000, because: "the rest" })
      const duringPause = deliveredAt.slice(2).filter((at) => at - pausedAt < 1_450)
      expect(duringPause).toEqual([])
    })
  })

  it(`keeps nothing of a waiting job but its ids (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const enqueued = tasks(3)
      await lab.queue().enqueue(enqueued)
      const { jobs } = await keptIn[backend](lab)
      expect(jobs).toEqual(
        new Map(enqueued.map((one) => [`d-${one.task_id}-${one.epoch}`, { tasks: [one] }]))
      )
    })
  })

  it(`keeps nothing of jobs that ended, well or not, and no growing log of events (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const queue = lab.queue()
      let delivered = 0
      queue.listen(async () => {
        delivered += 1
        if (delivered % 10 === 0) throw new Error("every tenth job fails")
      })
      for (let round = 1; round <= 4; round++) {
        await queue.enqueue(tasks(100))
        await eventually(async () => delivered === 100 * round && (await queue.depth()) === 0, {
          withinMs: 45_000,
          because: `round ${round} is done`,
        })
      }
      const { jobs, events, text } = await keptIn[backend](lab)
      expect(jobs.size).toBe(0)
      expect(text).not.toMatch(/d-[\w-]{36}/)
      // 400 jobs make some 1,600 entries; both servers trim them in chunks.
      expect(events).toBeLessThan(300)
    })
  })
})
