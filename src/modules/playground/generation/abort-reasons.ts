/**
 * Why a call of the generator was stopped from outside: the reasons of its abort signal. The
 * generator's own three errors stand in `ports/generator-errors.ts`.
 */

/** Another worker holds the task now, or nobody may: whatever the call answers is dropped. */
export class LeaseLostError extends Error {
  constructor(taskId: string) {
    super(`the lease on draft task ${taskId} is lost`)
    this.name = "LeaseLostError"
  }
}

/** The batch was cancelled: whatever the call answers is dropped. */
export class BatchCancelledError extends Error {
  constructor(batchId: string) {
    super(`batch ${batchId} was cancelled`)
    this.name = "BatchCancelledError"
  }
}

/** The process shuts down: the task is given back and costs no attempt. */
export class ShutdownError extends Error {
  constructor() {
    super("the worker is shutting down")
    this.name = "ShutdownError"
  }
}
