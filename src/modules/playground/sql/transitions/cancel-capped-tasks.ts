import { queryRows, type Db } from "../../../../persistence/db"
import { NOTE_FAILURE } from "./note-failure"

/**
 * Cancels what nobody drafts just now of these batches, which have used what a batch may use, and
 * says why in each task. Calls in flight are paid for: they end by themselves.
 */
export async function cancelCappedTasks(
  db: Db,
  batchIds: readonly string[]
): Promise<{ task_id: string }[]> {
  return queryRows<{ task_id: string }>(
    db,
    `with locked as (
       select task.id, batch.cap_reached
         from playground_draft_task as task
         join playground_draft_batch as batch on batch.id = task.batch_id
        where task.batch_id = any ($1::uuid[]) and batch.cap_reached is not null
          and (task.status = 'pending' or (task.status = 'running' and task.lease_until < now()))
        order by task.id for no key update of task
     ), cancelled as (
       update playground_draft_task as task
          set status = 'cancelled', completed_at = now(), lease_token = null, lease_until = null
         from locked where task.id = locked.id
       returning task.id, locked.cap_reached
     ), noted as (
       insert into playground_draft_failure (task_id, error_code, error_message)
       select cancelled.id, 'batch_' || cancelled.cap_reached || '_cap',
              'The batch has used up what one batch may use (plugin option '
                || case cancelled.cap_reached when 'tokens' then 'maxTokensPerBatch'
                        else 'maxCostPerBatch' end
                || '). Raise it and generate a new batch for the leads that are left.'
         from cancelled ${NOTE_FAILURE}
     )
     select cancelled.id as task_id from cancelled`,
    [batchIds]
  )
}
