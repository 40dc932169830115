import { queryRows, type Db } from "../../../../persistence/db"
import { NOTE_FAILURE } from "./note-failure"

/**
 * Fails what nobody drafts just now of these stopped batches (null: of all), with the reason for which
 * they stopped: failed and not cancelled, so that a retry goes on with them. Calls in flight end by
 * themselves.
 */
export async function failStoppedTasks(
  db: Db,
  batchIds: readonly string[] | null
): Promise<{ task_id: string }[]> {
  return queryRows<{ task_id: string }>(
    db,
    `with locked as (
       select task.id, batch.stop_reason, batch.stop_message, batch.stop_params
         from playground_draft_batch as batch
         join playground_draft_task as task on task.batch_id = batch.id
        where batch.status = 'running' and batch.stop_reason is not null
          and ($1::uuid[] is null or batch.id = any ($1::uuid[]))
          and (task.status = 'pending' or (task.status = 'running' and task.lease_until < now()))
        order by task.id for no key update of task
     ), failed as (
       update playground_draft_task as task
          set status = 'failed', completed_at = now(), lease_token = null, lease_until = null
         from locked where task.id = locked.id
       returning task.id, locked.stop_reason, locked.stop_params, locked.stop_message
     ), noted as (
       insert into playground_draft_failure (task_id, error_code, error_params, error_message)
       select failed.id, failed.stop_reason, failed.stop_params,
              'Not drafted, for the batch has stopped. ' || failed.stop_message
         from failed ${NOTE_FAILURE}
     )
     select failed.id as task_id from failed`,
    [batchIds]
  )
}
