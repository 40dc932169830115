import { queryRows, type Db } from "../../../../persistence/db"

/** The leads of those of these drafts that are in the batch. */
export async function listDraftLeads(
  db: Db,
  input: { batch_id: string; draft_ids: readonly string[] }
): Promise<{ campaign_lead_id: string }[]> {
  return queryRows<{ campaign_lead_id: string }>(
    db,
    `select task.campaign_lead_id from playground_draft as task
      where task.id = any ($2::uuid[]) and task.batch_id = $1`,
    [input.batch_id, input.draft_ids]
  )
}
