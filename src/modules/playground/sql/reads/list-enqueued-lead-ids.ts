import { queryRows, type Db } from "../../../../persistence/db"

/** The leads that a batch was made for, in lead order. */
export async function listEnqueuedLeadIds(db: Db, batchId: string): Promise<string[]> {
  const rows = await queryRows<{ campaign_lead_id: string }>(
    db,
    `select task.campaign_lead_id from playground_draft as task
      where task.batch_id = $1 order by task.position`,
    [batchId]
  )
  return rows.map((row) => row.campaign_lead_id)
}
