import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { finishBatch } from "../sql/finish-batch"
import { listFinishableBatches } from "../sql/list-finishable-batches"

/**
 * Finishes those of these running batches (null: of all) in which nothing is open any more, and
 * answers their ids. A statement of its own after the completions: inside the last completion's
 * transaction two last ones would not see each other, and neither would finish the batch.
 */
export async function finishBatches(
  manager: EntityManager,
  batchIds: readonly string[] | null
): Promise<string[]> {
  return withoutParameters("finish batches", async () => {
    const finished: string[] = []
    for (const { id } of await listFinishableBatches(manager, batchIds)) {
      if (await manager.transaction((transaction) => finishBatch(transaction, id)))
        finished.push(id)
    }
    return finished
  })
}
