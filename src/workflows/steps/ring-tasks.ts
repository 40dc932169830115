import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Bell } from "../../modules/playground"
import { resolvePlayground } from "../resolve-modules"

/** Tells the queue, without waiting for it: the rows are committed, and that is the promise. */
export const ringTasksStep = createStep("ring-tasks", async (bells: Bell[], { container }) => {
  if (bells.length > 0) resolvePlayground(container).ringTasks(bells)
  return new StepResponse()
})
