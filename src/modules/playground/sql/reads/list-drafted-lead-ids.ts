import { queryRows, type Db } from "../../../../persistence/db"

/** Those of these leads that have a draft of the step in any batch. */
export async function listDraftedLeadIds(
  db: Db,
  input: { campaign_id: string; step_index: number; campaign_lead_ids: readonly string[] }
): Promise<{ campaign_lead_id: string }[]> {
  return queryRows<{ campaign_lead_id: string }>(
    db,
    `select distinct task.campaign_lead_id from playground_draft as task
       join playground_draft_batch as batch on batch.id = task.batch_id and batch.step_index = $2
      where task.campaign_id = $1 and task.campaign_lead_id = any ($3::uuid[])
        and task.status = 'succeeded'`,
    [input.campaign_id, input.step_index, input.campaign_lead_ids]
  )
}
