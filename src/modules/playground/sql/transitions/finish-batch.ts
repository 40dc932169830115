import { queryRows, type Db } from "../../../../persistence/db"

/** A batch that has just ended. */
export interface EndedBatchRow {
  id: string
  campaign_id: string
  step_index: number
}

/**
 * Finishes the batch if none of its tasks is pending or running, and answers it; null when there is
 * one, or when the batch is not running. Must run inside a transaction.
 *
 * Two statements on purpose. As one `update … where not exists (…)` it finished a batch that a retry
 * had just given work: after the wait for the row Postgres rechecks the row, but the subquery keeps
 * its old snapshot. The second statement sees what the lock made us wait for.
 */
export async function finishBatch(transaction: Db, batchId: string): Promise<EndedBatchRow | null> {
  const [locked] = await queryRows(
    transaction,
    `select batch.id from playground_draft_batch as batch
      where batch.id = $1 and batch.status = 'running' for update`,
    [batchId]
  )
  if (!locked) return null
  const [finished] = await queryRows<EndedBatchRow>(
    transaction,
    `update playground_draft_batch as batch
        set status = 'finished', finished_at = clock_timestamp()
      where batch.id = $1
        and not exists (
          select from playground_draft_task as task
           where task.batch_id = batch.id and task.status in ('pending', 'running'))
     returning batch.id, batch.campaign_id, batch.step_index`,
    [batchId]
  )
  return finished ?? null
}
