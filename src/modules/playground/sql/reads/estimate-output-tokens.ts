import { queryRows, type Db } from "../../../../persistence/db"

/**
 * The median length, in tokens, of the drafts that the campaign's five newest batches of this
 * generator and model hold; null when they hold none.
 */
export async function estimateOutputTokens(
  db: Db,
  input: { campaign_id: string; generator: string; model: string | null }
): Promise<number | null> {
  const [row] = await queryRows<{ tokens: number | null }>(
    db,
    `with batch as (
       select id from playground_draft_batch
        where campaign_id = $1 and generator = $2 and model is not distinct from $3
        order by created_at desc, id desc limit 5
     )
     select round(percentile_cont(0.5) within group (
              order by (task.usage ->> 'output_tokens')::float8))::float8 as tokens
       from batch
       join playground_draft as task on task.batch_id = batch.id
      where task.status = 'succeeded' and task.usage is not null`,
    [input.campaign_id, input.generator, input.model]
  )
  return row?.tokens ?? null
}
