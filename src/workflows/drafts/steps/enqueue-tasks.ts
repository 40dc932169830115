import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Bell } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"

interface RingTasksInput {
  bells: Bell[]
  /** See `DraftGenerator.isInstant`. */
  is_instant: boolean
}

/** Tells the queue, without waiting for it: the rows are committed, and that is the promise. */
export const ringTasksStep = createStep(
  "ring-tasks",
  async ({ bells, is_instant }: RingTasksInput, { container }) => {
    if (bells.length > 0) resolvePlayground(container).ringTasks(bells, { is_instant })
    return new StepResponse()
  }
)
