import { withoutParameters } from "../../../persistence/database-error"
import type { Db } from "../../../persistence/db"
import { failStoppedTasks } from "../sql/transitions/fail-stopped-tasks"
import { stopBatch, type StopReason } from "../sql/transitions/stop-batch"

/**
 * Stops a batch that no lead could help. A worker waits for it before it takes its next task, so no slot
 * starts a second call: at most as many are made as run at once.
 */
export async function stopDrafting(
  db: Db,
  reason: StopReason & { batch_id: string }
): Promise<void> {
  await withoutParameters("stop batch", () => stopBatch(db, reason))
  await failStopped(db, [reason.batch_id])
}

/** Fails what is left of batches that have stopped (null: of all). */
export async function failStopped(db: Db, batchIds: readonly string[] | null): Promise<void> {
  await withoutParameters("fail stopped tasks", () => failStoppedTasks(db, batchIds))
}
