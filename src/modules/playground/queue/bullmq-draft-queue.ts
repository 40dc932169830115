import { setTimeout as wait } from "node:timers/promises"
import type { QueueBackend, QueueEnd, WorkerEnd } from "./backend"
import {
  QueueTimeoutError,
  QueueUnavailableError,
  type Bell,
  type BellHandler,
  type DraftQueue,
} from "./draft-queue"

/** How long handlers have to give their tasks back once their signals fired, in ms. */
const GRACE_MS = 500

interface BullmqDraftQueueDeps {
  backend: QueueBackend
  /** How long one command may take, in ms. */
  timeoutMs: number
  onError: (source: string, error: Error) => void
}

/** The queue's face over either backend. */
export class BullmqDraftQueue implements DraftQueue {
  readonly backend: DraftQueue["backend"]
  private queue_: QueueEnd | null = null
  private worker_: WorkerEnd | null = null
  private closing_: Promise<void> | null = null

  constructor(private readonly deps_: BullmqDraftQueueDeps) {
    this.backend = deps_.backend.name
  }

  async ring(bells: readonly Bell[], delayMs = 0): Promise<void> {
    const jobs = bells.map(({ task_id, epoch }) => ({
      name: "draft",
      data: { task_id, epoch },
      opts: { jobId: `d-${task_id}-${epoch}`, ...(delayMs > 0 && { delay: delayMs }) },
    }))
    await this.inTime_((queue) => queue.addBulk(jobs))
  }

  async depth(): Promise<number> {
    const counts = await this.inTime_((queue) =>
      queue.getJobCounts("waiting", "prioritized", "delayed", "active")
    )
    return Object.values(counts).reduce((sum, count) => sum + count, 0)
  }

  listen(handler: BellHandler): void {
    if (this.worker_) return
    // BullMQ hands out the signal only to processors that declare it.
    const worker = this.deps_.backend.createWorker(async (job, _token, signal) => {
      await handler(job.data, signal ?? new AbortController().signal)
    })
    worker.on("error", (error) => this.deps_.onError("worker", error))
    // Resolves when the worker is closed, so nobody awaits it.
    worker.run().catch((error: Error) => this.deps_.onError("worker", error))
    this.worker_ = worker
  }

  async pause(ms: number): Promise<void> {
    await this.inTime_((queue) => queue.rateLimit(ms))
  }

  async close(deadlineMs: number): Promise<void> {
    this.closing_ ??= this.close_(deadlineMs)
    return this.closing_
  }

  /**
   * `close()`, then at the deadline the handlers' signals, then our own connections. A later
   * `close(true)` would not help: BullMQ answers it with the first one's promise.
   */
  private async close_(deadlineMs: number): Promise<void> {
    const { backend, onError } = this.deps_
    const worker = this.worker_
    if (worker) {
      const closed = worker.close(!backend.isReachable()).catch((error: Error) => {
        onError("worker", error)
      })
      if (!(await endsWithin(closed, deadlineMs))) {
        worker.cancelAllJobs("shutdown")
        await endsWithin(closed, GRACE_MS)
      }
    }
    if (this.queue_ && backend.isReachable()) {
      const closed = this.queue_.close().catch((error: Error) => onError("queue", error))
      await endsWithin(closed, GRACE_MS)
    }
    backend.disconnect()
  }

  private async inTime_<T>(command: (queue: QueueEnd) => Promise<T>): Promise<T> {
    const { backend, timeoutMs } = this.deps_
    const timer = new AbortController()
    try {
      return await Promise.race([
        backend.ready(timeoutMs).then(() => command(this.openQueue_())),
        wait(timeoutMs, undefined, { signal: timer.signal }).then(() => {
          throw new QueueTimeoutError(timeoutMs)
        }),
      ])
    } catch (error) {
      this.discardQueue_()
      throw new QueueUnavailableError(backend.name, error)
    } finally {
      timer.abort()
    }
  }

  /** Only once the backend is ready: BullMQ remembers a first command that failed for ever. */
  private openQueue_(): QueueEnd {
    if (this.queue_) return this.queue_
    const queue = this.deps_.backend.createQueue()
    queue.on("error", (error) => this.deps_.onError("queue", error))
    this.queue_ = queue
    return queue
  }

  private discardQueue_(): void {
    this.queue_?.close().catch((error: Error) => this.deps_.onError("queue", error))
    this.queue_ = null
  }
}

/** True when `promise` ends within `ms`. */
async function endsWithin(promise: Promise<void>, ms: number): Promise<boolean> {
  const timer = new AbortController()
  const ended = await Promise.race([
    promise.then(() => true),
    wait(ms, false, { signal: timer.signal }).catch(() => false),
  ])
  timer.abort()
  return ended
}
