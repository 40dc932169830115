import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { finishBatch, type EndedBatchRow } from "../sql/transitions/finish-batch"
import { listFinishableBatches } from "../sql/reads/list-finishable-batches"

/** Told of each batch as soon as its end is committed, whatever fails afterwards. */
export type OnFinished = (batch: EndedBatchRow) => void

/**
 * Finishes those of these running batches (null: of all) in which nothing is open any more, and
 * answers their ids. A statement of its own after the completions: inside the last completion's
 * transaction two last ones would not see each other, and neither would finish the batch.
 */
export async function finishBatches(
  manager: EntityManager,
  batchIds: readonly string[] | null,
  onFinished: OnFinished
): Promise<string[]> {
  return withoutParameters("finish batches", async () => {
    const finished: string[] = []
    for (const { id } of await listFinishableBatches(manager, batchIds)) {
      const batch = await manager.transaction((transaction) => finishBatch(transaction, id))
      if (!batch) continue
      finished.push(batch.id)
      onFinished(batch)
    }
    return finished
  })
}
