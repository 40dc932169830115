import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DELIVERY_MODULE, type DeliveryModuleService } from "../modules/delivery"
import { reconcileInterval } from "../modules/playground"

/** Picks up mails whose process was lost, follow-ups that fall due, and campaigns that nobody woke. */
export default async function reconcileSends(container: MedusaContainer): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const delivery = container.resolve<DeliveryModuleService>(DELIVERY_MODULE)
  try {
    const { unknown, resolved, held } = await delivery.reconcileSends()
    if (unknown + resolved + held === 0) return
    logger.info(
      `playground: reconciled sends: ${unknown} without an outcome, ${resolved} settled by their ` +
        `transport, ${held} held back`
    )
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    logger.warn(`playground: the reconciler of sends will try again: ${reason}`)
  }
}

export const config = {
  name: "reconcile-sends",
  schedule: { interval: reconcileInterval() },
}
