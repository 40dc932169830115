import { queryRows, type Db } from "../../../../persistence/db"

export interface CreateComparisonInput {
  campaign_id: string
  batch_ids: readonly [string, string]
  created_by: string
}

/**
 * Pairs the drafts of the leads that both batches have drafted, in one statement with the comparison.
 * Null, and nothing is written, when there is no such lead. Both batches are the campaign's.
 */
export async function createComparison(
  db: Db,
  input: CreateComparisonInput
): Promise<string | null> {
  const [row] = await queryRows<{ id: string }>(
    db,
    `with both_drafts as (
       select first.id as first_draft_id, second.id as second_draft_id
         from playground_draft as first
         join playground_draft as second
           on second.batch_id = $3 and second.campaign_lead_id = first.campaign_lead_id
        where first.batch_id = $2 and first.status = 'succeeded' and second.status = 'succeeded'
     ), comparison as (
       insert into playground_comparison
         (campaign_id, step_index, first_batch_id, second_batch_id, created_by)
       select $1, batch.step_index, $2, $3, $4
         from playground_draft_batch as batch
        where batch.id = $2 and exists (select from both_drafts)
       returning id
     ), pair as (
       insert into playground_comparison_pair (comparison_id, first_draft_id, second_draft_id)
       select comparison.id, both_drafts.* from comparison cross join both_drafts
     )
     select comparison.id from comparison`,
    [input.campaign_id, input.batch_ids[0], input.batch_ids[1], input.created_by]
  )
  return row?.id ?? null
}

/** For the undoing of its creation. */
export async function deleteComparison(db: Db, comparison_id: string): Promise<void> {
  await queryRows(db, `delete from playground_comparison where id = $1`, [comparison_id])
}
