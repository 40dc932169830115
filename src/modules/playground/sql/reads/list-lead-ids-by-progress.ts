import { queryRows, type Db } from "../../../../persistence/db"

/** How leads are to stand in the ledger; a member that is absent does not matter. */
export interface LeadProgressFilter {
  /** A draft in any batch. */
  has_draft?: boolean
  /** An approved e-mail. */
  approved?: boolean
  /** The newest task has failed. */
  failed?: boolean
  /** The newest draft has a flag. */
  flagged?: boolean
}

/**
 * The campaign's leads that the ledger knows, those that stand so or all others. `step_index` null: in
 * any step.
 */
export async function listLeadIdsByProgress(
  db: Db,
  input: {
    campaign_id: string
    step_index: number | null
    filter: LeadProgressFilter
    matches: boolean
  }
): Promise<{ id: string }[]> {
  const { has_draft, approved, failed, flagged } = input.filter
  return queryRows<{ id: string }>(
    db,
    `with task as (
       select task.campaign_lead_id, task.status, task.flags, batch.created_at, batch.id as batch_id
         from playground_draft as task
         join playground_draft_batch as batch on batch.id = task.batch_id
        where task.campaign_id = $1 and batch.test_set_id is null
          and ($2::integer is null or batch.step_index = $2)
     ), drafted as (
       select task.campaign_lead_id, bool_or(task.status = 'succeeded') as has_draft,
              (array_agg(task.status order by task.created_at desc, task.batch_id desc))[1] = 'failed'
                as failed,
              (array_agg(task.flags <> '[]' order by task.created_at desc, task.batch_id desc)
                 filter (where task.status = 'succeeded'))[1] as flagged
         from task group by task.campaign_lead_id
     ), approved as (
       select distinct entry.campaign_lead_id from playground_approved_email as entry
        where entry.campaign_id = $1 and ($2::integer is null or entry.step_index = $2)
     ), known as (
       select coalesce(drafted.campaign_lead_id, approved.campaign_lead_id) as id,
              coalesce(drafted.has_draft, false) as has_draft,
              coalesce(drafted.failed, false) as failed,
              coalesce(drafted.flagged, false) as flagged,
              approved.campaign_lead_id is not null as approved
         from drafted full join approved using (campaign_lead_id)
     )
     select known.id from known
      where (($3::boolean is null or known.has_draft = $3)
         and ($4::boolean is null or known.approved = $4)
         and ($5::boolean is null or known.failed = $5)
         and ($6::boolean is null or known.flagged = $6)) = $7`,
    [
      input.campaign_id,
      input.step_index,
      has_draft ?? null,
      approved ?? null,
      failed ?? null,
      flagged ?? null,
      input.matches,
    ]
  )
}
