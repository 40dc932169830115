import { queryRows, type Db } from "../../../../persistence/db"
import type { DraftBatchStatus, SpendCap } from "../../state-machine"

export interface LockedBatchRow {
  status: DraftBatchStatus
  /** Which cap ended it early. */
  cap_reached: SpendCap | null
}

/**
 * Takes the batch's row lock, before any of its tasks: the lock order everywhere. Null when there is
 * no such batch in the campaign. Must run inside a transaction.
 */
export async function lockBatch(
  transaction: Db,
  input: { batch_id: string; campaign_id: string }
): Promise<LockedBatchRow | null> {
  const [batch] = await queryRows<LockedBatchRow>(
    transaction,
    `select batch.status, batch.cap_reached from playground_draft_batch as batch
      where batch.id = $1 and batch.campaign_id = $2 for update`,
    [input.batch_id, input.campaign_id]
  )
  return batch ?? null
}
