import { queryRows, type Db } from "../../../../persistence/db"

/** What of a lead would tell another one that a draft is not theirs. */
export interface NamedLead {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
  company: string | null
}

/** Who is in a batch: what of its leads' snapshots would tell one from another. */
export async function listNamedLeads(db: Db, batchId: string): Promise<NamedLead[]> {
  return queryRows<NamedLead>(
    db,
    `select task.campaign_lead_id as id, task.lead_snapshot ->> 'email' as email,
            task.lead_snapshot ->> 'first_name' as first_name,
            task.lead_snapshot ->> 'last_name' as last_name,
            task.lead_snapshot ->> 'company' as company
       from playground_draft as task
      where task.batch_id = $1`,
    [batchId]
  )
}
