import type { Logger } from "@medusajs/framework/types"
import { LRUCache } from "lru-cache"
import type { Db } from "../../../persistence/db"
import { withoutParameters } from "../../../persistence/database-error"
import type { GeneratorNotice } from "../../../ports"
import { addBatchNotice } from "../sql/transitions/add-batch-notice"

/** So many batches are remembered as told; more are told again, and the statement sorts it out. */
const MAX_TOLD = 200

interface NotifyDeps {
  manager: () => Promise<Db>
  logger: Pick<Logger, "warn">
}

/** Takes notices of generators: each goes onto a batch once, and into the log of this process once. */
export function createNotify({ manager, logger }: NotifyDeps) {
  const told = new LRUCache<string, true>({ max: MAX_TOLD })
  const logged = new Set<string>()
  return (batch_id: string, { code, message }: GeneratorNotice): void => {
    if (!logged.has(message)) {
      logged.add(message)
      logger.warn(`playground: ${message}`)
    }
    const key = `${batch_id} ${code}`
    if (told.has(key)) return
    told.set(key, true)
    manager()
      .then((db) =>
        withoutParameters("add notice", () => addBatchNotice(db, { batch_id, code, message }))
      )
      .catch((error: unknown) => {
        told.delete(key) // The next draft says it again.
        logger.warn(`playground: batch ${batch_id} got no notice ${code}: ${String(error)}`)
      })
  }
}
