import { setTimeout as wait } from "node:timers/promises"
import { isTransient, withoutParameters } from "../../../persistence/database-error"
import { leaseMs } from "../options/delivery-options"
import type { DeliveryDeps } from "./delivery-deps"

/** An outcome in hand is offered again while the database is away, for as long as a lease lasts. */
export async function persistently<T>(
  { options }: Pick<DeliveryDeps, "options">,
  what: string,
  write: () => Promise<T>
): Promise<T> {
  const giveUpAt = performance.now() + leaseMs(options)
  for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, 1_000)) {
    try {
      return await withoutParameters(what, write)
    } catch (error) {
      if (!isTransient(error) || performance.now() + pauseMs > giveUpAt) throw error
    }
    await wait(pauseMs)
  }
}
