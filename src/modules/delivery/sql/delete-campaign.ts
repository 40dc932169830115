import type { Db } from "../../../persistence/db"

/**
 * Takes away how a campaign sends. What was sent, and who did what, stays. Must follow `lockCampaign` and
 * `cancelScheduled` in the same transaction: what is in flight ends as it ends, and nothing is taken any
 * more.
 */
export async function deleteCampaign(transaction: Db, campaign_id: string): Promise<void> {
  await transaction.query(`delete from delivery_campaign where campaign_id = $1`, [campaign_id])
}
