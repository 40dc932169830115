import { setTimeout as wait } from "node:timers/promises"
import type { Job, Processor } from "bullmq"
import {
  loadBullmq,
  type Bullmq,
  type QueueBackend,
  type QueueEnd,
  type WorkerEnd,
} from "./backend"
import {
  QueueClosedError,
  QueueTimeoutError,
  QueueUnavailableError,
  type TaskRef,
  type TaskHandler,
  type TaskJob,
  type DraftQueue,
  type EnqueueOptions,
} from "./draft-queue"
import { HandlersInFlight } from "./handlers-in-flight"

/** How long handlers have to give their tasks back once their signals fired, and BullMQ to end, in ms. */
const GRACE_MS = 500
/** Pause before a worker that could not start is replaced, in ms. */
const RESTART_MS = 1_000

interface BullmqDraftQueueDeps {
  backend: QueueBackend
  /** How long one command may take, in ms. */
  timeoutMs: number
  /** False: each task has a job of its own, since the workers' limiter counts jobs. */
  mayShareJobs: boolean
  onError: (source: string, error: Error) => void
}

/** The queue's face over either backend. */
export class BullmqDraftQueue implements DraftQueue {
  readonly backend: DraftQueue["backend"]
  private readonly inFlight_ = new HandlersInFlight()
  private queue_: QueueEnd | null = null
  /** True once `queue_` has done a command. */
  private isProven_ = false
  private worker_: WorkerEnd | null = null
  private isListening_ = false
  private closing_: Promise<void> | null = null
  /** Fires when the queue begins to close. */
  private readonly stopped_ = new AbortController()
  private isClosed_ = false

  constructor(private readonly deps_: BullmqDraftQueueDeps) {
    this.backend = deps_.backend.name
  }

  async enqueue(
    tasks: readonly TaskRef[],
    { delayMs = 0, perJob = 1 }: EnqueueOptions = {}
  ): Promise<void> {
    const groups = shareOut(tasks, this.deps_.mayShareJobs ? perJob : 1)
    const jobs = groups.flatMap(([first, ...others]) =>
      first ? toJob([first, ...others], delayMs) : []
    )
    await this.inTime_((queue) => queue.addBulk(jobs))
  }

  async depth(): Promise<number> {
    const counts = await this.inTime_((queue) =>
      queue.getJobCounts("waiting", "prioritized", "delayed", "active")
    )
    return Object.values(counts).reduce((sum, count) => sum + count, 0)
  }

  listen(handler: TaskHandler): void {
    if (this.isListening_ || this.closing_) return
    this.isListening_ = true
    void this.work_(async (job, token) => {
      if (this.closing_) return leaveToOthers(job, token)
      await Promise.all(
        job.data.tasks.map((task) =>
          this.inFlight_.run((signal, release) => handler(task, signal, release))
        )
      )
    })
  }

  async pause(ms: number): Promise<void> {
    await this.inTime_((queue) => queue.rateLimit(ms))
  }

  async close(deadlineMs: number): Promise<void> {
    this.closing_ ??= this.close_(deadlineMs)
    return this.closing_
  }

  /**
   * Runs a worker until it is closed. One whose first connection fails (cut, or its tables are not
   * there yet) is replaced before it runs: BullMQ never forgets that failure, and its loop would
   * meet it again and again without once letting go of the event loop, freezing the whole host.
   */
  private async work_(processor: Processor<TaskJob, void>): Promise<void> {
    const { backend } = this.deps_
    const signal = this.stopped_.signal
    const bullmq = await loadBullmq()
    while (!signal.aborted) {
      const worker = backend.createWorker(bullmq, processor)
      worker.on("error", this.toListener_("worker"))
      this.worker_ = worker
      try {
        await worker.waitUntilReady()
        if (!signal.aborted) await worker.run()
        return
      } catch (error) {
        if (signal.aborted) return
        this.toListener_("worker")(error instanceof Error ? error : new Error(String(error)))
        await worker.close(true).catch(this.toListener_("worker"))
        // Ends early, by rejecting, only when the queue is closed: the loop sees that.
        await wait(RESTART_MS, undefined, { signal }).catch(() => {})
      }
    }
  }

  /**
   * Takes no more, waits for the handlers, ends BullMQ. In this order, because BullMQ's `close()`
   * waits without a limit, for a server that is down too, and cannot be turned into `close(true)`
   * once it was called. Handlers may enqueue until they are done: they give tasks back.
   */
  private async close_(deadlineMs: number): Promise<void> {
    const { backend } = this.deps_
    this.stopped_.abort()
    await this.worker_?.pause(true)
    if (!(await endsWithin(this.inFlight_.settled(), deadlineMs))) {
      this.inFlight_.abort()
      await endsWithin(this.inFlight_.settled(), GRACE_MS)
    }
    this.isClosed_ = true
    const isForced = this.inFlight_.count > 0 || !backend.isReachable()
    await endsWithin(
      Promise.all([
        this.worker_?.close(isForced).catch(this.toListener_("worker")),
        this.queue_?.close().catch(this.toListener_("queue")),
      ]),
      GRACE_MS
    )
    backend.disconnect()
  }

  private async inTime_<T>(command: (queue: QueueEnd) => Promise<T>): Promise<T> {
    const { backend, timeoutMs } = this.deps_
    const timer = new AbortController()
    try {
      const answer = await Promise.race([
        Promise.all([loadBullmq(), backend.ready(timeoutMs)]).then(([bullmq]) =>
          command(this.openQueue_(bullmq))
        ),
        wait(timeoutMs, undefined, { signal: timer.signal }).then(() => {
          throw new QueueTimeoutError(timeoutMs)
        }),
      ])
      this.isProven_ = true
      return answer
    } catch (error) {
      if (!this.isProven_) this.discardQueue_()
      throw new QueueUnavailableError(backend.name, error)
    } finally {
      timer.abort()
    }
  }

  /** Only once the backend is ready: BullMQ never forgets a first command that failed. */
  private openQueue_(bullmq: Bullmq): QueueEnd {
    if (this.isClosed_) throw new QueueClosedError()
    if (this.queue_) return this.queue_
    const queue = this.deps_.backend.createQueue(bullmq)
    queue.on("error", this.toListener_("queue"))
    this.queue_ = queue
    return queue
  }

  private discardQueue_(): void {
    this.queue_?.close().catch(this.toListener_("queue"))
    this.queue_ = null
  }

  private toListener_(source: string) {
    return (error: Error) => this.deps_.onError(source, error)
  }
}

/** The tasks in order, in as few groups of at most `perJob` as hold them, each within one of the same size. */
function shareOut(tasks: readonly TaskRef[], perJob: number): TaskRef[][] {
  const count = Math.ceil(tasks.length / perJob)
  const startOf = (place: number) => Math.floor((place * tasks.length) / count)
  return Array.from({ length: count }, (_, place) =>
    tasks.slice(startOf(place), startOf(place + 1))
  )
}

/** Known by its first task: two jobs that begin alike carry the same, since each enqueue raises the epoch. */
function toJob(tasks: [TaskRef, ...TaskRef[]], delay: number) {
  const [{ task_id, epoch }] = tasks
  return { name: "draft", data: { tasks }, opts: { jobId: `d-${task_id}-${epoch}`, delay } }
}

/** A worker that was paused while it waited for a job still gets that one. */
async function leaveToOthers(job: Job<TaskJob>, token?: string): Promise<never> {
  await job.moveToWait(token)
  const { WaitingError } = await loadBullmq()
  throw new WaitingError()
}

/** True when `promise` ends within `ms`. */
async function endsWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const timer = new AbortController()
  const ended = await Promise.race([
    promise.then(() => true),
    wait(ms, false, { signal: timer.signal }).catch(() => false),
  ])
  timer.abort()
  return ended
}
