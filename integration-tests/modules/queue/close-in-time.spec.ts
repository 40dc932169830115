import { startEmbeddedPostgres } from "../../../scripts/services/postgres"
import {
  QueueUnavailableError,
  type TaskHandler,
  type DraftQueue,
} from "../../../src/queue/draft-queue"
import { OwnRedis } from "../../../testing/own-redis"
import { eventually } from "../../../testing/eventually"
import { BACKENDS, task, inQueueLab, timed, type QueueLab } from "./queue-lab"

/** Sockets and timers: what would keep the process alive. */
function openHandles(): number {
  const kinds = ["TCPSocketWrap", "TCPConnectWrap", "PipeWrap", "Timeout"]
  return process.getActiveResourcesInfo().filter((kind) => kinds.includes(kind)).length
}

/** Runs `work`, then waits until it has left nothing open. ioredis gives a dead socket 2 s. */
async function leavingNothingOpen(work: () => Promise<void>): Promise<void> {
  const before = openHandles()
  await work()
  await eventually(() => openHandles() <= before, {
    withinMs: 15_000,
    because: "every socket and timer is gone",
  })
}

/** A queue whose one handler runs, and goes on until `release` or, where it heeds it, its signal. */
async function queueInMidHandler(lab: QueueLab, { heedsSignal }: { heedsSignal: boolean }) {
  const queue = lab.queue()
  const state = { isRunning: false, isDone: false, isAborted: false, release: () => {} }
  const handler: TaskHandler = async (_, signal) => {
    state.isRunning = true
    await new Promise<void>((resolve) => {
      state.release = resolve
      signal.addEventListener("abort", () => {
        state.isAborted = true
        if (heedsSignal) resolve()
      })
    })
    state.isDone = true
  }
  queue.listen(handler)
  await enqueueWhenReady(queue)
  await eventually(() => state.isRunning, { withinMs: 45_000, because: "the task is delivered" })
  return { queue, state }
}

const enqueueWhenReady = (queue: DraftQueue) =>
  eventually(() => queue.enqueue([task()]).then(() => true), {
    withinMs: 45_000,
    because: "the queue takes a task",
  })

async function withOwnRedis(test: (redis: OwnRedis) => Promise<void>): Promise<void> {
  const redis = await OwnRedis.open()
  try {
    await test(redis)
  } finally {
    await redis.kill()
  }
}

describe.each(BACKENDS)("closing a queue on %s", (backend) => {
  it.each([true, false])(
    `leaves nothing open, whether its handler heeds the signal or not (${backend}, %s)`,
    async (heedsSignal) => {
      await inQueueLab({ backend }, async (lab) => {
        await leavingNothingOpen(async () => {
          const { queue, state } = await queueInMidHandler(lab, { heedsSignal })
          const { tookMs } = await timed(queue.close(200))
          expect(tookMs).toBeLessThan(200 + 1_200)
          expect(state).toMatchObject({ isAborted: true, isDone: heedsSignal })
        })
      })
    }
  )

  it(`lets a handler enqueue while it gives its task back, and nobody afterwards (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const queue = lab.queue()
      let isDelivered = false
      let outcome = "none"
      queue.listen(async (enqueued, signal) => {
        isDelivered = true
        await new Promise((resolve) => signal.addEventListener("abort", resolve))
        await queue.enqueue([{ ...enqueued, epoch: enqueued.epoch + 1 }], { delayMs: 60_000 })
        outcome = "enqueued"
      })
      await enqueueWhenReady(queue)
      await eventually(() => isDelivered, { withinMs: 45_000, because: "the task is delivered" })
      await queue.close(100)
      expect(outcome).toBe("enqueued")
      expect(await lab.queue().depth()).toBe(1)

      await leavingNothingOpen(async () => {
        const { answer, tookMs } = await timed(
          queue.enqueue([task()]).catch((error: Error) => error)
        )
        expect(answer).toBeInstanceOf(QueueUnavailableError)
        expect(tookMs).toBeLessThan(100)
      })
    })
  })

  it(`takes nothing that is enqueued while it closes, and leaves it to others (${backend})`, async () => {
    await inQueueLab({ backend }, async (lab) => {
      const { queue, state } = await queueInMidHandler(lab, { heedsSignal: false })
      const closing = queue.close(10_000)
      state.isRunning = false
      let deliveredElsewhere = 0
      const other = lab.queue()
      other.listen(async () => {
        deliveredElsewhere += 1
      })
      await other.enqueue([task(), task(), task()])
      await eventually(() => deliveredElsewhere === 3, {
        withinMs: 45_000,
        because: "another takes them",
      })
      expect(state.isRunning).toBe(false)
      state.release()
      await closing
      expect(state).toMatchObject({ isDone: true, isAborted: false })
    })
  })
})

describe("closing a queue whose server is in trouble", () => {
  it("gives handlers their time when Redis is gone: their work is in Postgres", async () => {
    await withOwnRedis(async (redis) => {
      await inQueueLab({ backend: "redis", redisUrl: redis.url }, async (lab) => {
        await leavingNothingOpen(async () => {
          const { queue, state } = await queueInMidHandler(lab, { heedsSignal: false })
          await redis.kill()
          await expect(queue.enqueue([task()])).rejects.toThrow(QueueUnavailableError)
          const closing = queue.close(10_000)
          setTimeout(state.release, 300)
          const { tookMs } = await timed(closing)
          expect(tookMs).toBeLessThan(300 + 1_200)
          expect(state).toMatchObject({ isDone: true, isAborted: false })
        })
      })
    })
  })

  it("ends in time when Redis accepts connections and answers nothing", async () => {
    await withOwnRedis(async (redis) => {
      await inQueueLab({ backend: "redis", redisUrl: redis.url }, async (lab) => {
        await leavingNothingOpen(async () => {
          const { queue } = await queueInMidHandler(lab, { heedsSignal: true })
          await redis.command("client", "pause", "30000", "all")
          const enqueued = await timed(queue.enqueue([task()]).catch((error: Error) => error))
          expect(enqueued.answer).toBeInstanceOf(QueueUnavailableError)
          expect(enqueued.tookMs).toBeLessThan(2_500)
          const { tookMs } = await timed(queue.close(200))
          expect(tookMs).toBeLessThan(200 + 1_200)
        })
      })
    })
  })

  it("ends in time when Postgres is gone, and an enqueue says so at once", async () => {
    const postgres = await startEmbeddedPostgres()
    try {
      await inQueueLab({ backend: "postgres", serverUrl: postgres.url }, async (lab) => {
        await leavingNothingOpen(async () => {
          const { queue, state } = await queueInMidHandler(lab, { heedsSignal: true })
          await postgres.stop()
          const enqueued = await timed(queue.enqueue([task()]).catch((error: Error) => error))
          expect(enqueued.answer).toBeInstanceOf(QueueUnavailableError)
          expect(enqueued.tookMs).toBeLessThan(1_000)
          const { tookMs } = await timed(queue.close(200))
          expect(tookMs).toBeLessThan(200 + 1_200)
          expect(state.isAborted).toBe(true)
        })
      })
    } finally {
      await postgres.stop()
    }
  })

  it("says in the log what is wrong once, not with every attempt", async () => {
    await withOwnRedis(async (redis) => {
      await inQueueLab({ backend: "redis", redisUrl: redis.url }, async (lab) => {
        const queue = lab.queue()
        queue.listen(async () => {})
        await enqueueWhenReady(queue)
        await redis.kill()
        await expect(queue.enqueue([task()])).rejects.toThrow(QueueUnavailableError)
        await eventually(() => lab.warnings.length > 0, {
          withinMs: 45_000,
          because: "the loss is logged",
        })
        await queue.close(100)
        const sources = lab.warnings.map((line) => line.split(": ")[1])
        expect(new Set(sources).size).toBe(sources.length)
        for (const line of lab.warnings) expect(line).toMatch(/^playground: \w+: ./)
      })
    })
  })
})
