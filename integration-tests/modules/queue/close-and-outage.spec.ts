import { randomBytes, randomUUID } from "node:crypto"
import { createDraftQueue } from "../../../src/queue/create-draft-queue"
import {
  QueueUnavailableError,
  type TaskRef,
  type TaskHandler,
  type DraftQueue,
} from "../../../src/queue/draft-queue"
import { eventually } from "../../../testing/eventually"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"
import { removeRedisKeys } from "../../../testing/redis-keys"
import { queryDatabase } from "../../../testing/database"
import { OwnRedis } from "../../../testing/own-redis"

/** Nothing but the database differs from what the host would say. */
const connectionTo = (connectionString: string) => ({
  connectionString,
  schema: "public",
  ssl: undefined,
  password: undefined,
})

const prefix = `queue_${randomBytes(4).toString("hex")}`
const sharedRedisUrl = process.env.REDIS_URL ?? "redis://localhost:6379"
const logger = { warn: () => {} }
const WITHIN_MS = 45_000

const task = (epoch = 0): TaskRef => ({ task_id: randomUUID(), epoch })

let database: LedgerDatabase
const open: DraftQueue[] = []

function createQueue(redisUrl: string | undefined, concurrency = 4): DraftQueue {
  const queue = createDraftQueue({
    redisUrl,
    prefix,
    connection: connectionTo(database.url),
    concurrency,
    logger,
    timeoutMs: 1_000,
  })
  open.push(queue)
  return queue
}

/** Remembers what was delivered. */
function delivering(queue: DraftQueue) {
  const delivered: TaskRef[] = []
  queue.listen(async (task) => {
    delivered.push(task)
  })
  const until = (count: number) =>
    eventually(() => delivered.length >= count, {
      withinMs: WITHIN_MS,
      because: `${count} tasks are delivered, so far ${delivered.length}`,
    })
  return { delivered, until }
}

/** Rings as soon as the queue can be told: its connection opens in the background. */
const enqueueWhenThere = (queue: DraftQueue, tasks: TaskRef[], delayMs = 0) =>
  eventually(() => queue.enqueue(tasks, { delayMs }).then(() => true), {
    withinMs: WITHIN_MS,
    because: "the queue takes a task",
  })

const unavailable = async (command: Promise<unknown>): Promise<number> => {
  const startedAt = performance.now()
  await expect(command).rejects.toBeInstanceOf(QueueUnavailableError)
  return performance.now() - startedAt
}

async function closeIn(queue: DraftQueue, deadlineMs: number): Promise<number> {
  const startedAt = performance.now()
  await queue.close(deadlineMs)
  return performance.now() - startedAt
}

beforeAll(async () => {
  database = await createLedgerDatabase("draft_queue", { options: { queuePrefix: prefix } })
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((queue) => queue.close(0)))
})
afterAll(async () => {
  await removeRedisKeys(sharedRedisUrl, prefix)
  await database.drop()
})

describe.each([
  ["redis", sharedRedisUrl],
  ["postgres", undefined],
] as const)("the queue on %s", (backend, redisUrl) => {
  it(`delivers what was enqueued before anybody listened (${backend})`, async () => {
    const [enqueueing, listening] = [createQueue(redisUrl), createQueue(redisUrl)]
    const early = task()
    await enqueueWhenThere(enqueueing, [early])
    const { delivered, until } = delivering(listening)
    await until(1)
    expect(delivered).toEqual([early])
  })

  it(`counts tasks that wait, are delayed or are being worked on (${backend})`, async () => {
    const queue = createQueue(redisUrl, 1)
    expect(queue.backend).toBe(backend)
    await enqueueWhenThere(queue, [task(), task()])
    await queue.enqueue([task()], { delayMs: 60_000 })
    expect(await queue.depth()).toBe(3)
    let release = () => {}
    const released = new Promise<void>((resolve) => (release = resolve))
    let isDelivered = false
    queue.listen(async () => {
      isDelivered = true
      await released
    })
    await eventually(() => isDelivered, {
      withinMs: WITHIN_MS,
      because: "a task is being worked on",
    })
    expect(await queue.depth()).toBe(3)
    release()
    await eventually(async () => (await queue.depth()) === 1, {
      withinMs: WITHIN_MS,
      because: "only the delayed one is left",
    })
    await forget(redisUrl)
  })

  it(`waits for what is being worked on when it closes (${backend})`, async () => {
    const queue = createQueue(redisUrl)
    let isDone = false
    const { started, handler } = slow(async () => {
      // The handler's work, which the close has to outlast; the test itself waits for nothing.
      await new Promise((resolve) => setTimeout(resolve, 300))
      isDone = true
    })
    queue.listen(handler)
    await enqueueWhenThere(queue, [task()])
    await started
    await queue.close(10_000)
    expect(isDone).toBe(true)
  })

  it(`fires the signal of a handler that hangs past the deadline (${backend})`, async () => {
    const queue = createQueue(redisUrl)
    let aborted = false
    const { started, handler } = slow(
      (signal) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => {
            aborted = true
            resolve()
          })
        })
    )
    queue.listen(handler)
    await enqueueWhenThere(queue, [task()])
    await started
    expect(await closeIn(queue, 300)).toBeLessThan(2_500)
    expect(aborted).toBe(true)
    await forget(redisUrl)
  })

  it(`does not wait for a handler that heeds no signal (${backend})`, async () => {
    const queue = createQueue(redisUrl)
    let release = () => {}
    const released = new Promise<void>((resolve) => (release = resolve))
    const { started, handler } = slow(() => released)
    queue.listen(handler)
    await enqueueWhenThere(queue, [task()])
    await started
    expect(await closeIn(queue, 200)).toBeLessThan(2_500)
    release()
    await forget(redisUrl)
  })

  it(`closes when it never listened, and twice (${backend})`, async () => {
    const queue = createQueue(redisUrl)
    expect(await closeIn(queue, 5_000)).toBeLessThan(2_000)
    expect(await closeIn(queue, 5_000)).toBeLessThan(100)
    await unavailable(queue.enqueue([task()]))
  })
})

describe("the queue while its Redis is down", () => {
  it("says so quickly, also when it was never there, and closes in time", async () => {
    const redis = await OwnRedis.open({ isRunning: false })
    const queue = createQueue(redis.url)
    queue.listen(async () => {})
    expect(await unavailable(queue.enqueue([task()]))).toBeLessThan(1_500)
    expect(await unavailable(queue.depth())).toBeLessThan(1_500)
    expect(await unavailable(queue.pause(10))).toBeLessThan(1_500)
    expect(await closeIn(queue, 300)).toBeLessThan(1_800)
  })

  it("enqueues and delivers as soon as a Redis that was missing comes", async () => {
    const redis = await OwnRedis.open({ isRunning: false })
    const queue = createQueue(redis.url)
    const { until } = delivering(queue)
    await unavailable(queue.enqueue([task()]))
    try {
      await redis.start()
      await enqueueWhenThere(queue, [task()])
      await until(1)
    } finally {
      await queue.close(1_000)
      await redis.kill()
    }
  })

  it("goes on enqueueing and delivering after a restart", async () => {
    const redis = await OwnRedis.open({ isRunning: false })
    await redis.start()
    const queue = createQueue(redis.url)
    try {
      const { until } = delivering(queue)
      await enqueueWhenThere(queue, [task()])
      await until(1)
      await redis.kill()
      expect(await unavailable(queue.enqueue([task()]))).toBeLessThan(1_500)
      await redis.start()
      await enqueueWhenThere(queue, [task()])
      await until(2)
    } finally {
      await queue.close(1_000)
      await redis.kill()
    }
  })

  it("closes in time when the Redis goes away under a handler", async () => {
    const redis = await OwnRedis.open({ isRunning: false })
    await redis.start()
    const queue = createQueue(redis.url)
    let aborted = false
    const { started, handler } = slow(
      (signal) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => {
            aborted = true
            resolve()
          })
        })
    )
    queue.listen(handler)
    await enqueueWhenThere(queue, [task()])
    await started
    await redis.kill()
    expect(await closeIn(queue, 500)).toBeLessThan(2_000)
    expect(aborted).toBe(true)
  })
})

function slow(work: (signal: AbortSignal) => Promise<void>): {
  started: Promise<void>
  handler: TaskHandler
} {
  let start = () => {}
  const started = new Promise<void>((resolve) => (start = resolve))
  return {
    started,
    handler: async (_, signal) => {
      start()
      await work(signal)
    },
  }
}

/** Removes tasks that a test left, so that the next one does not take them. */
async function forget(redisUrl: string | undefined): Promise<void> {
  await Promise.all(open.splice(0).map((queue) => queue.close(0)))
  if (redisUrl) await removeRedisKeys(redisUrl, prefix)
  else await queryDatabase(database.url, `delete from ${prefix}.job`)
}
