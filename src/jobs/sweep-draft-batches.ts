import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PLAYGROUND_MODULE, type PlaygroundModuleService } from "../modules/playground"

/** Deletes batches that are older than the option `retentionDays` (off by default). */
export default async function sweepDraftBatches(container: MedusaContainer): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const playground = container.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
  try {
    const deleted = await playground.sweepDraftBatches()
    if (deleted > 0) logger.info(`playground: deleted ${deleted} batches past their retention`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    logger.warn(`playground: the sweeper will try again: ${reason}`)
  }
}

export const config = {
  name: "sweep-draft-batches",
  // Night in most of the places where people work; any hour would do.
  schedule: "17 3 * * *",
}
