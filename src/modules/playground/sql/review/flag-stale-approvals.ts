import { queryRows, type Db } from "../../../../persistence/db"

/** A lead as it is now, as far as its approvals look at it. */
export interface LeadNow {
  campaign_lead_id: string
  step_index: number
  /** Null: no longer a lead that the step drafts for. */
  lead_fingerprint: string | null
}

/** The approvals of these leads that no change was noted for yet, in lead order. */
export async function listUnchangedApprovals(
  db: Db,
  input: { campaign_id: string; campaign_lead_ids: readonly string[] }
): Promise<{ campaign_lead_id: string; step_index: number }[]> {
  return queryRows<{ campaign_lead_id: string; step_index: number }>(
    db,
    `select entry.campaign_lead_id, entry.step_index from playground_approved_email as entry
      where entry.campaign_id = $1 and entry.campaign_lead_id = any ($2::uuid[])
        and entry.lead_changed_at is null
      order by entry.campaign_lead_id, entry.step_index`,
    [input.campaign_id, input.campaign_lead_ids]
  )
}

/**
 * Notes on approvals that their lead is another now than the one that was approved. Never takes a
 * note back: of two that look at the same time, the one with the older look might come last.
 */
export async function flagStaleApprovals(db: Db, leads: readonly LeadNow[]): Promise<void> {
  if (leads.length === 0) return
  await db.query(
    `with locked as (
       select entry.id, lead.fingerprint from playground_approved_email as entry
         join unnest($1::uuid[], $2::integer[], $3::text[]) as lead (id, step_index, fingerprint)
           on lead.id = entry.campaign_lead_id and lead.step_index = entry.step_index
        order by entry.step_index, entry.campaign_lead_id for no key update of entry
     )
     update playground_approved_email as entry set lead_changed_at = clock_timestamp()
       from locked
      where entry.id = locked.id and entry.lead_changed_at is null
        and entry.lead_fingerprint is distinct from locked.fingerprint`,
    [
      leads.map((lead) => lead.campaign_lead_id),
      leads.map((lead) => lead.step_index),
      leads.map((lead) => lead.lead_fingerprint),
    ]
  )
}
