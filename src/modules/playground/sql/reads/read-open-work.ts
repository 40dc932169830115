import { queryRows, type Db } from "../../../../persistence/db"

/** Tasks that are not done yet. */
export interface OpenTasksRow {
  pending: number
  running: number
  /** Running, but their worker has not renewed the lease. */
  expired: number
  /** How long the pending task that waits longest has been due; null when none is. */
  oldest_due_seconds: number | null
}

export interface OpenWorkRow extends OpenTasksRow {
  running_batches: number
}

/** An aggregate without groups always has its row; the compiler cannot know. */
const NOTHING: OpenWorkRow = {
  pending: 0,
  running: 0,
  expired: 0,
  oldest_due_seconds: null,
  running_batches: 0,
}

/**
 * All that is left to do, in every campaign. Open tasks are found through their running batches:
 * however many drafts there are, those of batches that have ended are not read.
 */
export async function readOpenWork(db: Db): Promise<OpenWorkRow> {
  const [row] = await queryRows<OpenWorkRow>(
    db,
    `select count(*) filter (where task.status = 'pending')::integer as pending,
            count(*) filter (where task.status = 'running')::integer as running,
            count(*) filter (where task.status = 'running' and task.lease_until < now())::integer
              as expired,
            extract(epoch from now() - min(task.next_run_at)
              filter (where task.status = 'pending' and task.next_run_at <= now()))::float8
              as oldest_due_seconds,
            count(distinct batch.id)::integer as running_batches
       from playground_draft_batch as batch
       left join playground_draft_task as task on task.batch_id = batch.id
      where batch.status = 'running'`
  )
  return row ?? NOTHING
}
