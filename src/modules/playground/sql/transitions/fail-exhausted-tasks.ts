import { queryRows, type Db } from "../../../../persistence/db"

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
       select task.id from playground_draft_task as task
        where task.attempt - task.error_count >= $1
          and (task.status = 'pending' or (task.status = 'running' and task.lease_until < now()))
        order by task.id for update skip locked
     )
     update playground_draft_task as task
        set status = 'failed', completed_at = now(), lease_token = null, lease_until = null,
            error_code = 'worker_lost',
            error_params = jsonb_build_object('times', task.attempt - task.error_count),
            error_message = 'The worker died or froze ' || (task.attempt - task.error_count) ||
              ' times while it drafted this lead. Look at the log of the workers, then retry.'
       from exhausted where task.id = exhausted.id
     returning task.id as task_id, task.batch_id`,
    [input.maxLostWorkers]
  )
}
