/** What the queue carries: which task to look at. The row decides everything else. */
export interface TaskRef {
  task_id: string
  /** Raised with each enqueue, so that a queue which still knows the last job does not drop this one. */
  epoch: number
}

/** What one job carries: ids alone, since it lies in the queue in clear text. */
export interface TaskJob {
  /** At least one. */
  tasks: TaskRef[]
}

export interface EnqueueOptions {
  /** When the tasks are due, from now, in ms. @default 0, at once */
  delayMs?: number
  /**
   * How many tasks one job may carry; they are delivered together and take one slot of a worker together.
   * For drafts that cost less than a job does. One where the option `rateLimit` counts jobs.
   * @default 1
   */
  perJob?: number
}

/**
 * Called for each task; it must not reject. `signal` fires on shutdown. The job is acknowledged, and its
 * slot free for the next, once each of its tasks was released or has resolved. What a handler does
 * after `release` is waited for by `close` alone.
 */
export type TaskHandler = (task: TaskRef, signal: AbortSignal, release: () => void) => Promise<void>

/**
 * The one face of the queue, over BullMQ on Redis or on Postgres. A job may be lost, late, or delivered
 * more than once: nothing may depend on it but speed.
 */
export interface DraftQueue {
  readonly backend: "redis" | "postgres"

  /**
   * Enqueues the tasks, all or none, within a time limit.
   *
   * @throws QueueUnavailableError when the queue did not take them in time; the reconciler enqueues them later
   */
  enqueue(tasks: readonly TaskRef[], options?: EnqueueOptions): Promise<void>

  /**
   * How many jobs the queue holds: waiting, delayed and being worked on, those apart whose tasks were
   * released.
   *
   * @throws QueueUnavailableError when it did not say in time
   */
  depth(): Promise<number>

  /**
   * Starts taking tasks, up to `concurrency` jobs at once. Does not wait for the queue to be reachable.
   * The first handler stays; after `close` nothing is delivered any more.
   */
  listen(handler: TaskHandler): void

  /**
   * No task is delivered for `ms`, by any worker of any process. For a provider's rate limit.
   */
  pause(ms: number): Promise<void>

  /**
   * Stops taking tasks and waits up to `deadlineMs` for handlers in flight; then fires their signals
   * and closes the connections, reachable or not: at most a second after the deadline. Handlers
   * may enqueue until the end; after it `enqueue` is refused at once. Safe to call twice, and when never
   * started.
   */
  close(deadlineMs: number): Promise<void>
}

/** The queue could not be told within the time limit. The rows are committed all the same. */
export class QueueUnavailableError extends Error {
  constructor(
    readonly backend: DraftQueue["backend"],
    cause: unknown
  ) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(
      `the ${backend} queue cannot be reached (${reason}); the reconciler will enqueue the tasks`,
      { cause }
    )
    this.name = "QueueUnavailableError"
  }
}

/** One command got no answer; the cause of a {@link QueueUnavailableError}. */
export class QueueTimeoutError extends Error {
  constructor(timeoutMs: number) {
    super(`no answer within ${timeoutMs} ms`)
    this.name = "QueueTimeoutError"
  }
}

/** A command came after `close`; the cause of a {@link QueueUnavailableError}. */
export class QueueClosedError extends Error {
  constructor() {
    super("this process has closed it")
    this.name = "QueueClosedError"
  }
}
