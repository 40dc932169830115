import { queryRows, type Db } from "../../../../persistence/db"

export interface RingDueTasksInput {
  /** A task that was enqueued less than this ago is left alone, in ms. */
  intervalMs: number
  /**
   * True when the queue holds nothing: every pending task has lost its job. Otherwise one that was
   * enqueued often is enqueued ever more rarely (doubling, up to 16 intervals), because most likely it just
   * waits its turn behind others and more jobs only make the queue longer.
   */
  isQueueEmpty: boolean
  /** How many at most. */
  limit: number
}

/** SQL: a task that no worker seems to know of; `$1` is the interval, `$2` whether the queue is empty. */
const IS_DUE = `task.enqueued_at < now() - $1 * interval '1 millisecond'
          and ((task.status = 'running' and task.lease_until < now())
            or (task.status = 'pending' and task.next_run_at <= now()
                and ($2 or task.enqueued_at < now()
                      - $1 * (2 ^ least(task.epoch, 4)) * interval '1 millisecond')))`

/**
 * The running batches that hold such tasks, the oldest first. One look at all open tasks: to look for
 * the next thousand again and again would read them all each time.
 */
export async function listBatchesWithDueTasks(
  db: Db,
  input: Pick<RingDueTasksInput, "intervalMs" | "isQueueEmpty">
): Promise<{ id: string }[]> {
  return queryRows<{ id: string }>(
    db,
    `select batch.id from playground_draft_batch as batch
      where batch.status = 'running' and exists (
        select from playground_draft_task as task where task.batch_id = batch.id and ${IS_DUE})
      order by batch.created_at`,
    [input.intervalMs, input.isQueueEmpty]
  )
}

/**
 * Raises the epoch of tasks that no worker seems to know of (pending and due, or running past their lease)
 * and answers them, to be enqueued. Several processes may run it at once: each task goes to one of them.
 *
 * @param input.batch_ids only theirs. Null: of all batches
 */
export async function requeueDueTasks(
  db: Db,
  input: RingDueTasksInput & { batch_ids: readonly string[] | null }
): Promise<{ task_id: string; epoch: number }[]> {
  return queryRows<{ task_id: string; epoch: number }>(
    db,
    `with due as (
       select task.id from playground_draft_batch as batch
         join playground_draft_task as task on task.batch_id = batch.id
        where batch.status = 'running' and ($4::uuid[] is null or batch.id = any ($4::uuid[]))
          and ${IS_DUE}
        order by task.enqueued_at limit $3 for no key update of task skip locked
     )
     update playground_draft_task as task
        set epoch = task.epoch + 1, enqueued_at = now()
       from due where task.id = due.id
     returning task.id as task_id, task.epoch`,
    [input.intervalMs, input.isQueueEmpty, input.limit, input.batch_ids]
  )
}
