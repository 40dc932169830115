import { queryRows, type Db } from "../../../../persistence/db"
import type { EndedBatchRow } from "./finish-batch"

export interface CancelledBatch {
  batch: EndedBatchRow
  /** Those that were pending or running. */
  tasks: { task_id: string }[]
}

/**
 * Cancels a running batch and every task of it that is not finished, and answers the batch and those
 * tasks. Null when the batch is not running, or not of this campaign. Must run inside a transaction.
 *
 * Once it has committed, no draft of the batch is written: completion names status `running`. The
 * batch row goes first, so two cancels queue on one row. Flipping only the batch, with completions
 * that look at it, let 715 of 6,000 drafts through after the answer.
 */
export async function cancelBatch(
  transaction: Db,
  input: { batch_id: string; campaign_id: string }
): Promise<CancelledBatch | null> {
  const [batch] = await queryRows<EndedBatchRow>(
    transaction,
    `update playground_draft_batch as batch set status = 'cancelled', cancelled_at = now()
      where batch.id = $1 and batch.campaign_id = $2 and batch.status = 'running'
     returning batch.id, batch.campaign_id, batch.step_index`,
    [input.batch_id, input.campaign_id]
  )
  if (!batch) return null
  const tasks = await queryRows<{ task_id: string }>(
    transaction,
    `with locked as (
       select task.id from playground_draft_task as task
        where task.batch_id = $1 and task.status in ('pending', 'running')
        order by task.id for no key update
     )
     update playground_draft_task as task
        set status = 'cancelled', completed_at = now(), lease_token = null, lease_until = null
       from locked
      where task.id = locked.id and task.status in ('pending', 'running')
     returning task.id as task_id`,
    [input.batch_id]
  )
  return { batch, tasks }
}
