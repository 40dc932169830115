import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  PLAYGROUND_MODULE,
  reconcileInterval,
  summarizeIds,
  type PlaygroundModuleService,
} from "../modules/playground"

/** Picks up what crashes and lost queues left behind. Safe in any number of processes at once. */
export default async function reconcileDraftTasks(container: MedusaContainer): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const playground = container.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
  try {
    const { exhausted, requeued, finished } = await playground.reconcileDraftTasks()
    if (exhausted + requeued + finished.length === 0) return
    logger.info(
      `playground: reconciled: ${requeued} tasks enqueued again, ${exhausted} given up, ` +
        `${finished.length} batches finished` +
        (finished.length > 0 ? ` (${summarizeIds(finished)})` : "")
    )
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    logger.warn(`playground: the reconciler will try again: ${reason}`)
  }
}

export const config = {
  name: "reconcile-draft-tasks",
  schedule: { interval: reconcileInterval() },
}
