import { queryRows, type Db } from "../../../../persistence/db"

/**
 * How many batches of the campaign run. Whoever asks next waits until this transaction ends, so that
 * two that come at once do not both find room. Must run inside a transaction.
 */
export async function countRunningBatches(transaction: Db, campaignId: string): Promise<number> {
  await transaction.query(
    `select pg_advisory_xact_lock(hashtextextended('playground_campaign:' || $1, 0))`,
    [campaignId]
  )
  const [row] = await queryRows<{ count: number }>(
    transaction,
    `select count(*)::integer as count from playground_draft_batch as batch
      where batch.campaign_id = $1 and batch.status = 'running'`,
    [campaignId]
  )
  return row?.count ?? 0
}
