import type { Logger } from "@medusajs/framework/types"
import type { ConnectionSettings } from "../persistence/data-source"
import { loadBullmq } from "./backend"
import { BullmqDraftQueue } from "./bullmq-draft-queue"
import type { DraftQueue } from "./draft-queue"
import { createPostgresBackend } from "./postgres-backend"
import { createRedisBackend } from "./redis-backend"
import { throttledWarn } from "./throttled-warn"
import type { RateLimit } from "./rate-limit"

/** How long the queue may take to answer, in ms. */
const TIMEOUT_MS = 2_000

interface CreateDraftQueueInput {
  /** Queues of different names under one prefix know nothing of each other. @default "drafts" */
  name?: string
  /** Undefined: the queue lives in Postgres. */
  redisUrl: string | undefined
  /** Key prefix in Redis, schema in Postgres. */
  prefix: string
  connection: ConnectionSettings
  concurrency: number
  /** Undefined: as many as there are tasks. */
  rateLimit?: RateLimit
  logger: Pick<Logger, "warn">
  /** @default 2_000 */
  timeoutMs?: number
}

/** The queue that the options choose. Connects in the background. */
export function createDraftQueue(input: CreateDraftQueueInput): DraftQueue {
  const { name = "drafts", redisUrl, prefix, connection, concurrency, rateLimit } = input
  const onError = throttledWarn(input.logger, "playground:")
  const backend = redisUrl
    ? createRedisBackend({ name, redisUrl, prefix, concurrency, rateLimit, onError })
    : createPostgresBackend({ name, connection, schema: prefix, concurrency, rateLimit })
  // So that it is there for the first command; whoever waits for it next hears of a failure.
  loadBullmq().catch(() => {})
  return new BullmqDraftQueue({
    backend,
    onError,
    mayShareJobs: rateLimit === undefined,
    timeoutMs: input.timeoutMs ?? TIMEOUT_MS,
  })
}
