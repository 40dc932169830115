import type { FailureParams } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"

/** Why a batch stopped before its end. */
export interface StopReason {
  /** Code of the failure that no lead could have helped: `key_refused`, `payment_required`, … */
  code: string
  /** What the code is about. */
  params: FailureParams
  /** What went wrong and what to do, for the person who reads the drafts. */
  message: string
}

/**
 * Marks a running batch as stopped: from then on none of its tasks is claimed, and `failStoppedTasks`
 * ends what is left. The first reason stays. A retry takes the mark away.
 */
export async function stopBatch(
  db: Db,
  { batch_id, code, params, message }: StopReason & { batch_id: string }
): Promise<void> {
  await queryRows(
    db,
    `update playground_draft_batch as batch
        set stop_reason = $2, stop_message = $3, stop_params = $4
      where batch.id = $1 and batch.status = 'running' and batch.stop_reason is null`,
    [batch_id, code, message, JSON.stringify(params)]
  )
}
