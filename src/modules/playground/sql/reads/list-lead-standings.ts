import { queryRows, type Db } from "../../../../persistence/db"

/** How a lead stands in a step of its campaign. */
export interface LeadStandingRow {
  campaign_lead_id: string
  /** It has a draft of the step in some batch. */
  is_drafted: boolean
  /** It holds an approved e-mail for the step. */
  is_approved: boolean
}

/**
 * SQL: whether a lead has a draft, where `$1` is its campaign and `$2` the step. `offset 0` keeps it a
 * look into the index for each lead: joined, Postgres reads through all tasks, whose status it
 * cannot estimate while they are new.
 */
export const isDrafted = (lead_id: string) => `exists (
  select from playground_draft_input as input
    join playground_draft_task as task on task.id = input.task_id and task.status = 'succeeded'
    join playground_draft_batch as batch on batch.id = input.batch_id and batch.step_index = $2
   where input.campaign_id = $1 and input.campaign_lead_id = ${lead_id}
  offset 0)`

/** Those of these leads that have a draft or an approved e-mail of the step. */
export async function listLeadStandings(
  db: Db,
  input: { campaign_id: string; step_index: number; campaign_lead_ids: readonly string[] }
): Promise<LeadStandingRow[]> {
  return queryRows<LeadStandingRow>(
    db,
    `select standing.* from (
       select lead.id as campaign_lead_id, ${isDrafted("lead.id")} as is_drafted,
              exists (
                select from playground_approved_email as entry
                 where entry.campaign_lead_id = lead.id and entry.step_index = $2
                offset 0) as is_approved
         from unnest($3::uuid[]) as lead (id)
       offset 0
     ) as standing
     where standing.is_drafted or standing.is_approved`,
    [input.campaign_id, input.step_index, input.campaign_lead_ids]
  )
}
