import { queryRows, type Db } from "../../../../persistence/db"

export interface CreatedJudgingTaskRow {
  task_id: string
  epoch: number
}

/** A task that has failed or was cancelled starts anew; others are passed over. */
export const AGAIN = `
  do update
     set status = 'pending', attempt = 0, error_count = 0, rate_limit_count = 0, next_run_at = now(),
         enqueued_at = now(), epoch = judging.epoch + 1, completed_at = null, error_code = null,
         error_message = null, error_params = null
   where judging.status in ('failed', 'cancelled')
  returning judging.id as task_id, judging.epoch`

/** What each draft that is not judged by this version yet gets: a task, or its failed one anew. */
const INTO_TASKS = `on conflict (draft_id, judge_version) where pair_id is null ${AGAIN}`

/**
 * Has a batch's drafts judged, once each by this version of the judge: those that are judged, or being
 * judged, are passed over. Must run inside a transaction that holds the batch's row lock, so that a
 * cancel comes wholly before or wholly after it.
 */
export async function createJudgingTasks(
  transaction: Db,
  input: { batch_id: string; judge_version: string }
): Promise<CreatedJudgingTaskRow[]> {
  return queryRows<CreatedJudgingTaskRow>(
    transaction,
    `insert into playground_judging_task as judging (draft_id, batch_id, judge_version)
     select task.id, task.batch_id, $2 from playground_draft_task as task
      where task.batch_id = $1 and task.status = 'succeeded' order by task.id
     ${INTO_TASKS}`,
    [input.batch_id, input.judge_version]
  )
}

/** Notes, once, that a batch is to be judged when it has ended. In the transaction that creates it. */
export async function orderJudging(transaction: Db, batch_id: string): Promise<void> {
  await queryRows(
    transaction,
    `insert into playground_judging_order (batch_id) values ($1) on conflict (batch_id) do nothing`,
    [batch_id]
  )
}

/** Whether a batch is still to be judged by itself: its judging tasks are not there yet. */
export async function isJudgingDue(db: Db, batch_id: string): Promise<boolean> {
  const rows = await queryRows(
    db,
    `select from playground_judging_order where batch_id = $1 and is_due`,
    [batch_id]
  )
  return rows.length > 0
}

/** A batch that runs again, since failed drafts are tried again, is to be judged again once it ends. */
export async function orderJudgingAgain(transaction: Db, batch_id: string): Promise<void> {
  await queryRows(
    transaction,
    `update playground_judging_order set is_due = true where batch_id = $1 and not is_due`,
    [batch_id]
  )
}

/**
 * Has the drafts judged of batches that have ended and were to be judged by themselves. Several processes
 * may run it at once: each batch goes to one of them.
 */
export async function takeJudgingOrders(
  db: Db,
  input: { judge_version: string; limit: number }
): Promise<CreatedJudgingTaskRow[]> {
  return queryRows<CreatedJudgingTaskRow>(
    db,
    `with due as (
       select ordered.batch_id, batch.status
         from playground_judging_order as ordered
         join playground_draft_batch as batch on batch.id = ordered.batch_id
        where ordered.is_due and batch.status <> 'running'
        order by ordered.batch_id limit $2 for update of ordered skip locked
     ), taken as (
       update playground_judging_order as ordered set is_due = false
         from due where ordered.batch_id = due.batch_id
     )
     insert into playground_judging_task as judging (draft_id, batch_id, judge_version)
     select task.id, task.batch_id, $1 from playground_draft_task as task
       join due on due.batch_id = task.batch_id and due.status = 'finished'
      where task.status = 'succeeded' order by task.id
     ${INTO_TASKS}`,
    [input.judge_version, input.limit]
  )
}
