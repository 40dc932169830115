import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { TaskRef } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"

interface EnqueueTasksInput {
  tasks: TaskRef[]
  /** See `DraftGenerator.isInstant`. */
  is_instant: boolean
}

/** Tells the queue, without waiting for it: the rows are committed, and that is the promise. */
export const enqueueTasksStep = createStep(
  "enqueue-tasks",
  async ({ tasks, is_instant }: EnqueueTasksInput, { container }) => {
    if (tasks.length > 0) resolvePlayground(container).enqueueTasks(tasks, { is_instant })
    return new StepResponse()
  }
)
