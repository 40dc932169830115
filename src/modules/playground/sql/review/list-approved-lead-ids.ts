import { queryRows, type Db } from "../../../../persistence/db"

/** Those of these leads that hold an approved e-mail for the step. */
export async function listApprovedLeadIds(
  db: Db,
  input: { step_index: number; campaign_lead_ids: readonly string[] }
): Promise<{ campaign_lead_id: string }[]> {
  return queryRows<{ campaign_lead_id: string }>(
    db,
    `select entry.campaign_lead_id from playground_approved_email as entry
      where entry.campaign_lead_id = any ($2::uuid[]) and entry.step_index = $1`,
    [input.step_index, input.campaign_lead_ids]
  )
}
