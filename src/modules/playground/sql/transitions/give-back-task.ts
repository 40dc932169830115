import { queryRows, type Db } from "../../../../persistence/db"
import type { Lease } from "./claim-tasks"

export interface GiveBackTaskInput extends Lease {
  /** Not claimed again before this many ms have passed. */
  delayMs: number
  /** True when a provider asked to wait: counted, so that it cannot go on without end. */
  isRateLimited: boolean
}

export interface GivenBackRow {
  epoch: number
  /** True when the batch has stopped meanwhile: the task is to be failed. */
  is_stopped: boolean
}

/**
 * Undoes a claim that came to nothing through no fault of the task (a shutdown, a rate limit): the
 * attempt is not counted. Null when it was cancelled or taken over meanwhile.
 */
export async function giveBackTask(db: Db, input: GiveBackTaskInput): Promise<GivenBackRow | null> {
  const [row] = await queryRows<GivenBackRow>(
    db,
    `update playground_draft_task as task
        set status = 'pending', attempt = task.attempt - 1, lease_token = null, lease_until = null,
            rate_limit_count = task.rate_limit_count + $4::boolean::integer,
            next_run_at = now() + $3 * interval '1 millisecond',
            enqueued_at = now() + $3 * interval '1 millisecond', epoch = task.epoch + 1
      where task.id = $1 and task.status = 'running' and task.lease_token = $2
     returning task.epoch,
               exists (select from playground_draft_batch as batch
                        where batch.id = task.batch_id and batch.stop_reason is not null) as is_stopped`,
    [input.task_id, input.lease_token, input.delayMs, input.isRateLimited]
  )
  return row ?? null
}
