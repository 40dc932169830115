import { once } from "node:events"
import { Redis } from "ioredis"
import { QUEUE_OPTIONS, toLimiter, WORKER_OPTIONS, type QueueBackend } from "./backend"
import { QueueClosedError } from "./draft-queue"
import type { RateLimit } from "./rate-limit"

interface RedisBackendInput {
  /** BullMQ's queue. */
  name: string
  redisUrl: string
  prefix: string
  concurrency: number
  rateLimit: RateLimit | undefined
  onError: (source: string, error: Error) => void
}

/**
 * BullMQ on Redis. Two clients of our own, because the two ends must behave differently when Redis is
 * away: enqueueing fails fast, a worker waits.
 */
export function createRedisBackend(input: RedisBackendInput): QueueBackend {
  const { redisUrl, prefix, concurrency, rateLimit, onError } = input
  const producer = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 })
  let consumer: Redis | null = null
  producer.on("error", (error: Error) => onError("redis", error))

  return {
    name: "redis",
    createQueue: ({ Queue }) =>
      new Queue(input.name, {
        ...QUEUE_OPTIONS,
        connection: producer,
        prefix,
        // Without it an add waits for a Redis that has never been there, without end.
        skipWaitingForReady: true,
      }),
    createWorker: ({ Worker }, processor) => {
      const client = new Redis(redisUrl, { maxRetriesPerRequest: null })
      client.on("error", (error: Error) => onError("redis", error))
      consumer?.disconnect()
      consumer = client
      return new Worker(input.name, processor, {
        ...WORKER_OPTIONS,
        connection: client,
        prefix,
        concurrency,
        limiter: toLimiter(rateLimit),
      })
    },
    ready: async (timeoutMs) => {
      if (producer.status === "ready") return
      if (producer.status === "end") throw new QueueClosedError()
      await once(producer, "ready", { signal: AbortSignal.timeout(timeoutMs) })
    },
    isReachable: () => producer.status === "ready",
    disconnect: () => {
      producer.disconnect()
      consumer?.disconnect()
    },
  }
}
