import { queryRows, type Db } from "../../../../persistence/db"
import { NOTE_FAILURE } from "./note-failure"

/**
 * Fails tasks whose worker was lost `maxLostWorkers` times: something about them kills workers, and
 * they must end. Answers the batches that they belong to.
 */
export async function failExhaustedTasks(
  db: Db,
  input: { maxLostWorkers: number }
): Promise<{ task_id: string; batch_id: string }[]> {
  return queryRows<{ task_id: string; batch_id: string }>(
    db,
    `with exhausted as (
       select task.id from playground_draft_batch as batch
         join playground_draft_task as task on task.batch_id = batch.id
        where batch.status = 'running' and task.attempt - task.error_count >= $1
          and (task.status = 'pending' or (task.status = 'running' and task.lease_until < now()))
        order by task.id for no key update of task skip locked
     ), failed as (
       update playground_draft_task as task
          set status = 'failed', completed_at = now(), lease_token = null, lease_until = null
         from exhausted where task.id = exhausted.id
       returning task.id, task.batch_id, task.attempt - task.error_count as lost
     ), noted as (
       insert into playground_draft_failure (task_id, error_code, error_params, error_message)
       select failed.id, 'worker_lost', jsonb_build_object('times', failed.lost),
              'The worker died or froze ' || failed.lost ||
                ' times while it drafted this lead. Look at the log of the workers, then retry.'
         from failed ${NOTE_FAILURE}
     )
     select failed.id as task_id, failed.batch_id from failed`,
    [input.maxLostWorkers]
  )
}
