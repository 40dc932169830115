import { queryRows, type Db } from "../../../../persistence/db"

/**
 * Which of these running batches (null: of all) have no pending or running task left. A cheap first
 * look without locks; `finishBatch` decides.
 */
export async function listFinishableBatches(
  db: Db,
  batchIds: readonly string[] | null
): Promise<{ id: string }[]> {
  return queryRows<{ id: string }>(
    db,
    `select batch.id from playground_draft_batch as batch
      where batch.status = 'running' and ($1::uuid[] is null or batch.id = any ($1::uuid[]))
        and not exists (
          select from playground_draft_task as task
           where task.batch_id = batch.id and task.status in ('pending', 'running'))`,
    [batchIds]
  )
}
