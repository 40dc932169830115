import { once } from "node:events"
import { Queue, Worker } from "bullmq"
import { Redis } from "ioredis"
import { JOB_OPTIONS, LIMITER, QUEUE_NAME, type QueueBackend } from "./backend"

interface RedisBackendInput {
  redisUrl: string
  prefix: string
  concurrency: number
  onError: (source: string, error: Error) => void
}

/**
 * BullMQ on Redis. Two clients of our own, because the two ends must behave differently when Redis is
 * away: ringing fails fast, hearing waits.
 */
export function createRedisBackend(input: RedisBackendInput): QueueBackend {
  const { redisUrl, prefix, concurrency, onError } = input
  const producer = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 })
  let consumer: Redis | null = null
  producer.on("error", (error: Error) => onError("redis", error))

  return {
    name: "redis",
    createQueue: () =>
      new Queue(QUEUE_NAME, {
        connection: producer,
        prefix,
        // Without it an add waits for a Redis that has never been there, for ever.
        skipWaitingForReady: true,
        defaultJobOptions: JOB_OPTIONS,
        streams: { events: { maxLen: 0 } },
      }),
    createWorker: (processor) => {
      const client = new Redis(redisUrl, { maxRetriesPerRequest: null })
      client.on("error", (error: Error) => onError("redis", error))
      consumer = client
      return new Worker(QUEUE_NAME, processor, {
        connection: client,
        prefix,
        autorun: false,
        concurrency,
        limiter: LIMITER,
      })
    },
    ready: async (timeoutMs) => {
      if (producer.status === "ready") return
      await once(producer, "ready", { signal: AbortSignal.timeout(timeoutMs) })
    },
    isReachable: () => producer.status === "ready",
    disconnect: () => {
      producer.disconnect()
      consumer?.disconnect()
    },
  }
}
