import { queryRows, type Db } from "../../../persistence/db"
import type { DraftBatchStatus } from "../state-machine"

/**
 * Takes the batch's row lock, before any of its tasks: the lock order everywhere. Null when there is
 * no such batch in the campaign. Must run inside a transaction.
 */
export async function lockBatch(
  transaction: Db,
  input: { batch_id: string; campaign_id: string }
): Promise<{ status: DraftBatchStatus } | null> {
  const [batch] = await queryRows<{ status: DraftBatchStatus }>(
    transaction,
    `select batch.status from playground_draft_batch as batch
      where batch.id = $1 and batch.campaign_id = $2 for update`,
    [input.batch_id, input.campaign_id]
  )
  return batch ?? null
}
