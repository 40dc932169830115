import { queryRows, type Db } from "../../../../persistence/db"

export interface SpendCaps {
  /** Null: as many as it takes. */
  maxTokens: number | null
  /** In the currency of the prices. Null: whatever it takes. */
  maxCost: number | null
}

/**
 * Marks those of these running batches (null: of all) that have used what a batch may use: from then
 * on none of their tasks is claimed. Answers what is marked, also from before: `cancelCappedTasks`
 * ends what is left of them.
 *
 * Rows are locked in id order, so that two workers wait for each other in one direction only.
 */
export async function capBatches(
  db: Db,
  input: SpendCaps & { batch_ids: readonly string[] | null }
): Promise<{ id: string }[]> {
  return queryRows<{ id: string }>(
    db,
    `with spent as (
       select batch.id, batch.cap_reached,
              coalesce(sum(task.spent_input_tokens + task.spent_output_tokens), 0) as tokens,
              coalesce(sum(task.spent_cost), 0) as cost
         from playground_draft_batch as batch
         join playground_draft as task on task.batch_id = batch.id
        where batch.status = 'running' and ($1::uuid[] is null or batch.id = any ($1::uuid[]))
        group by batch.id
     ), reached as (
       select spent.id,
              case when spent.tokens >= $2::float8 then 'tokens'
                   when spent.cost >= $3::float8 then 'cost' end as cap
         from spent where spent.cap_reached is null
     ), locked as (
       select batch.id, reached.cap
         from playground_draft_batch as batch join reached on reached.id = batch.id
        where reached.cap is not null and batch.status = 'running' and batch.cap_reached is null
        order by batch.id for update of batch
     ), marked as (
       update playground_draft_batch as batch set cap_reached = locked.cap
         from locked where batch.id = locked.id
       returning batch.id
     )
     select marked.id from marked
     union all
     select spent.id from spent where spent.cap_reached is not null`,
    [input.batch_ids, input.maxTokens, input.maxCost]
  )
}
