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

/**
 * Raises the epoch of tasks that no worker seems to know of (pending and due, or running past their lease)
 * and answers them, to be enqueued. Several processes may run it at once: each task goes to one of them.
 */
export async function requeueDueTasks(
  db: Db,
  input: RingDueTasksInput
): Promise<{ task_id: string; epoch: number }[]> {
  return queryRows<{ task_id: string; epoch: number }>(
    db,
    `with due as (
       select task.id from playground_draft_batch as batch
         join playground_draft_task as task on task.batch_id = batch.id
        where batch.status = 'running' and task.enqueued_at < now() - $1 * interval '1 millisecond'
          and ((task.status = 'running' and task.lease_until < now())
            or (task.status = 'pending' and task.next_run_at <= now()
                and ($2 or task.enqueued_at < now()
                      - $1 * (2 ^ least(task.epoch, 4)) * interval '1 millisecond')))
        order by task.enqueued_at limit $3 for no key update of task skip locked
     )
     update playground_draft_task as task
        set epoch = task.epoch + 1, enqueued_at = now()
       from due where task.id = due.id
     returning task.id as task_id, task.epoch`,
    [input.intervalMs, input.isQueueEmpty, input.limit]
  )
}
