import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { cancelCappedTasks } from "../sql/transitions/cancel-capped-tasks"
import { capBatches, type SpendCaps } from "../sql/transitions/cap-batches"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"

/** The caps that the options set; null when there is none. */
export function toSpendCaps(
  options: Pick<ResolvedPlaygroundOptions, "maxTokensPerBatch" | "maxCostPerBatch">
): SpendCaps | null {
  const { maxTokensPerBatch, maxCostPerBatch } = options
  if (maxTokensPerBatch === undefined && maxCostPerBatch === undefined) return null
  return { maxTokens: maxTokensPerBatch ?? null, maxCost: maxCostPerBatch ?? null }
}

/**
 * Ends those of these running batches (null: of all) that have used up what a batch may use. A worker
 * waits for it before it takes its next task, so no slot starts a second call beyond the cap.
 */
export async function capSpend(
  manager: EntityManager,
  caps: SpendCaps,
  batchIds: readonly string[] | null
): Promise<void> {
  await withoutParameters("cap spend", async () => {
    const capped = await capBatches(manager, { ...caps, batch_ids: batchIds })
    if (capped.length > 0) {
      await cancelCappedTasks(
        manager,
        capped.map(({ id }) => id)
      )
    }
  })
}
