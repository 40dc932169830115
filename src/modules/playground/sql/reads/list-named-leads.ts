import { queryRows, type Db } from "../../../../persistence/db"
import type { NamedLead } from "../../generation/flags/lead-names"

/** Who is in a batch: what of its leads' snapshots would tell one from another. */
export async function listNamedLeads(db: Db, batchId: string): Promise<NamedLead[]> {
  return queryRows<NamedLead>(
    db,
    `select task.campaign_lead_id as id, task.lead_snapshot ->> 'email' as email,
            task.lead_snapshot ->> 'first_name' as first_name,
            task.lead_snapshot ->> 'last_name' as last_name,
            task.lead_snapshot ->> 'company' as company
       from playground_draft_task as task
      where task.batch_id = $1`,
    [batchId]
  )
}
