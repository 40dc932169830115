import { queryRows, type Db } from "../../../../persistence/db"

export interface OpenWorkRow {
  pending: number
  running: number
  /** Running, but their worker has not renewed the lease. */
  expired: number
  /** How long the pending task that waits longest has been due; null when none is. */
  oldest_due_seconds: number | null
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

/** All that is left to do, in every campaign. Reads open rows only, however many drafts there are. */
export async function readOpenWork(db: Db): Promise<OpenWorkRow> {
  const [row] = await queryRows<OpenWorkRow>(
    db,
    `select count(*) filter (where status = 'pending')::integer as pending,
            count(*) filter (where status = 'running')::integer as running,
            count(*) filter (where status = 'running' and lease_until < now())::integer as expired,
            extract(epoch from now() - min(next_run_at)
              filter (where status = 'pending' and next_run_at <= now()))::float8
              as oldest_due_seconds,
            (select count(*)::integer from playground_draft_batch where status = 'running')
              as running_batches
       from playground_draft_task where status in ('pending', 'running')`
  )
  return row ?? NOTHING
}
