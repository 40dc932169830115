import { queryRows, type Db } from "../../../../persistence/db"

/**
 * Gives the batch's failed tasks (null: all of them, else those of these leads) a fresh start and
 * answers them in lead order; the batch runs again, whatever had stopped it. Must run inside a transaction that holds the
 * batch's row lock, which `lockBatch` takes.
 */
export async function retryTasks(
  transaction: Db,
  input: { batch_id: string; campaign_lead_ids: readonly string[] | null }
): Promise<{ task_id: string; campaign_lead_id: string; epoch: number }[]> {
  const retried = await queryRows<{ task_id: string; campaign_lead_id: string; epoch: number }>(
    transaction,
    `with locked as (
       select task.id, input.campaign_lead_id
         from playground_draft_task as task
         join playground_draft_input as input on input.task_id = task.id
        where task.batch_id = $1 and task.status = 'failed'
          and ($2::uuid[] is null or input.campaign_lead_id = any ($2::uuid[]))
        order by task.id for no key update of task
     ), retried as (
       update playground_draft_task as task
          set status = 'pending', attempt = 0, error_count = 0, rate_limit_count = 0,
              completed_at = null, next_run_at = now(), enqueued_at = now(), epoch = task.epoch + 1
         from locked where task.id = locked.id
       returning task.id, locked.campaign_lead_id, task.epoch, task.position
     ), forgiven as (
       update playground_draft_failure as failure 
          set error_code = null, error_params = null, error_message = null
         from retried where failure.task_id = retried.id
     )
     select retried.id as task_id, retried.campaign_lead_id, retried.epoch
       from retried order by retried.position`,
    [input.batch_id, input.campaign_lead_ids]
  )
  if (retried.length > 0) {
    await transaction.query(`delete from playground_batch_summary where batch_id = $1`, [
      input.batch_id,
    ])
    await transaction.query(
      `update playground_draft_batch
          set status = 'running', finished_at = null, stop_reason = null, stop_message = null,
              stop_params = null
        where id = $1`,
      [input.batch_id]
    )
  }
  return retried
}
