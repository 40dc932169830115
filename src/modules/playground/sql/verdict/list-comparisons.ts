import { queryRows, type Db } from "../../../../persistence/db"

export interface ComparisonRow {
  id: string
  campaign_id: string
  step_index: number
  first_batch_id: string
  second_batch_id: string
  created_by: string
  created_at: Date
}

/** A page of the campaign's comparisons, newest first. */
export async function listComparisons(
  db: Db,
  input: { campaign_id: string; offset: number; limit: number }
): Promise<ComparisonRow[]> {
  return queryRows<ComparisonRow>(
    db,
    `select comparison.* from playground_comparison as comparison
      where comparison.campaign_id = $1
      order by comparison.created_at desc, comparison.id desc offset $2 limit $3`,
    [input.campaign_id, input.offset, input.limit]
  )
}

export async function countComparisons(db: Db, campaign_id: string): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    `select count(*)::integer as count from playground_comparison as comparison
      where comparison.campaign_id = $1`,
    [campaign_id]
  )
  return row?.count ?? 0
}

/** Null when the campaign has no such comparison. */
export async function retrieveComparison(
  db: Db,
  input: { campaign_id: string; comparison_id: string }
): Promise<ComparisonRow | null> {
  const [row] = await queryRows<ComparisonRow>(
    db,
    `select comparison.* from playground_comparison as comparison
      where comparison.id = $2 and comparison.campaign_id = $1`,
    [input.campaign_id, input.comparison_id]
  )
  return row ?? null
}
