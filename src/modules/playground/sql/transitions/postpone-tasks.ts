import { queryRows, type Db } from "../../../../persistence/db"

/**
 * Lets what waits in the batch wait at least this much longer, in ms: its provider has asked for it, and
 * each of them would only be told so again. When they are due, the reconciler enqueues them.
 */
export async function postponeTasks(
  db: Db,
  { batch_id, delayMs }: { batch_id: string; delayMs: number }
): Promise<void> {
  await queryRows(
    db,
    `with locked as (
       select task.id from playground_draft_task as task
        where task.batch_id = $1 and task.status = 'pending'
          and task.next_run_at < now() + $2 * interval '1 millisecond'
        order by task.id for no key update
     )
     update playground_draft_task as task
        set next_run_at = now() + $2 * interval '1 millisecond'
       from locked where task.id = locked.id and task.status = 'pending'`,
    [batch_id, delayMs]
  )
}
