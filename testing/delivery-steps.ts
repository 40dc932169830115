import type { EntityManager } from "typeorm"
import { lockCampaign, lockForTaking } from "../src/modules/delivery/sql/lock-campaign"
import { scheduleSends, type ReadinessRow } from "../src/modules/delivery/sql/schedule-sends"
import { takeSends, type TakenSendRow } from "../src/modules/delivery/sql/take-sends"
import { queryRows } from "../src/persistence/db"
import { DEFAULT_SENDERS, VIEWS } from "./delivery-database"

/** Presses Send for a step of a campaign, as `user_sender`. */
export const scheduleStep = (manager: EntityManager, campaign_id: string, step_index = 1) =>
  manager.transaction(async (transaction): Promise<ReadinessRow[]> => {
    await lockCampaign(transaction, campaign_id)
    return scheduleSends(transaction, {
      campaign_id,
      step_index,
      campaign_lead_ids: null,
      views: VIEWS,
      actor: "user_sender",
      defaultSenders: DEFAULT_SENDERS,
    })
  })

/** Takes what may go now, at most `limit`. */
export const takeFrom = (manager: EntityManager, campaign_id: string, limit: number) =>
  manager.transaction(async (transaction): Promise<TakenSendRow[]> => {
    if ((await lockForTaking(transaction, campaign_id)) === null) return []
    return takeSends(transaction, {
      campaign_id,
      views: VIEWS,
      limit,
      leaseMs: 60_000,
      transport: "outbox",
      defaultSenders: DEFAULT_SENDERS,
    })
  })

/** Whether some connection to this database waits for a lock of another one. */
export async function hasWaiter(db: EntityManager): Promise<boolean> {
  const rows = await queryRows(
    db,
    `select from pg_stat_activity as activity
      where activity.datname = current_database() and activity.wait_event_type = 'Lock'`
  )
  return rows.length > 0
}
