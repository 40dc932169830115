import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DELIVERY_MODULE, type DeliveryModuleService } from "../modules/delivery"
import { PLAYGROUND_MODULE, type PlaygroundModuleService } from "../modules/playground"

/**
 * Takes what mails say and to whom once they are older than the option `retentionDays` (off by
 * default), and leaves what proves that they were sent.
 */
export default async function sweepSends(container: MedusaContainer): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const delivery = container.resolve<DeliveryModuleService>(DELIVERY_MODULE)
  const playground = container.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
  try {
    const count = await delivery.sweepSends((sent) => playground.removeSentTexts(sent))
    if (count > 0) logger.info(`playground: took the texts of ${count} sends past their retention`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    logger.warn(`playground: the sweeper of sends will try again: ${reason}`)
  }
}

export const config = {
  name: "sweep-sends",
  // Ahead of the batches, which are kept while an approved text stands on one of their drafts.
  schedule: "7 3 * * *",
}
