import type * as BullmqModule from "bullmq"
import type { Processor, Queue, RateLimiterOptions, Worker } from "bullmq"
import type { RateLimit } from "./rate-limit"
import type { TaskJob } from "./draft-queue"

/** BullMQ. */
export type Bullmq = typeof BullmqModule

// Imported when the queue is opened: a host also builds its modules to migrate and to run scripts.
export const loadBullmq = (): Promise<Bullmq> => import("bullmq")

type ErrorListener = (error: Error) => void

/** What we use of BullMQ's `Queue`, the same on both backends. */
export interface QueueEnd extends Pick<
  Queue<TaskJob>,
  "addBulk" | "getJobCounts" | "rateLimit" | "close"
> {
  on(event: "error", listener: ErrorListener): unknown
}

/** What we use of BullMQ's `Worker`, the same on both backends. */
export interface WorkerEnd extends Pick<
  Worker<TaskJob, void>,
  "waitUntilReady" | "run" | "pause" | "close"
> {
  on(event: "error", listener: ErrorListener): unknown
}

/** What one queue technology adds to BullMQ: how to construct the two ends, and their connections. */
export interface QueueBackend {
  readonly name: "redis" | "postgres"
  createQueue(bullmq: Bullmq): QueueEnd
  createWorker(bullmq: Bullmq, processor: Processor<TaskJob, void>): WorkerEnd
  /** Resolves once a command can be sent; rejects when that is not so within `timeoutMs`. */
  ready(timeoutMs: number): Promise<void>
  /** False when a goodbye would never be answered. */
  isReachable(): boolean
  /** Drops our own connections without a goodbye. */
  disconnect(): void
}

/** What queues of both backends share. */
export const QUEUE_OPTIONS = {
  // Nothing is kept of a finished job: a kept one would swallow every later job of its id. One try
  // only: the task's row counts attempts.
  defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
  // Nobody reads BullMQ's event log. The least it can be told to keep: 0 means all of it on Postgres.
  streams: { events: { maxLen: 1 } },
} as const

/**
 * What workers of both backends share. BullMQ's own recovery of a dead worker's jobs keeps its
 * defaults: a task delivered twice meets the row's lease, and one that BullMQ drops after a second death
 * is enqueued anew by the reconciler.
 */
export const WORKER_OPTIONS = {
  autorun: false,
  // The default of 15 s would idle a worker long after its server is back.
  runRetryDelay: 1_000,
} as const

/**
 * Without a limit far above what a worker reaches, so that it never limits by itself: BullMQ heeds
 * `queue.rateLimit()`, which pauses all workers, only where a worker has a limiter at all.
 */
export function toLimiter(rateLimit: RateLimit | undefined): RateLimiterOptions {
  const { max, intervalMs } = rateLimit ?? { max: 1_000_000, intervalMs: 1_000 }
  return { max, duration: intervalMs }
}
