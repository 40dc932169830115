import type { Logger } from "@medusajs/framework/types"
import type { DraftQueue } from "../../../queue/draft-queue"
import type { GenerationDeps } from "./generation-deps"
import { runTask } from "./run-task"

/** Starts taking tasks from the queue and drafting them. The queue's `close` stops it. */
export function startDraftWorker(
  deps: GenerationDeps,
  queue: Pick<DraftQueue, "listen">,
  logger: Logger
): void {
  queue.listen(async ({ task_id }, shutdown, release) => {
    try {
      await runTask(deps, { task_id, shutdown, release })
    } catch (error) {
      // The job is acknowledged all the same: the row keeps the task, and the reconciler enqueues it again
      // once its lease has run out.
      const reason = error instanceof Error ? error.message : String(error)
      logger.warn(`playground: task ${task_id} is left to the reconciler: ${reason}`)
    }
  })
}
