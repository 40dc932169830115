import { queryRows, type Db } from "../../../../persistence/db"
import { DRAFT_SUMS } from "../reads/draft-sums"

/**
 * Writes down what the drafts of up to `limit` ended batches come to with each prompt, so that a look at a prompt need
 * not read them all again, and answers how many. Must run inside a transaction.
 *
 * Nothing of it changes any more but by a retry, which takes it back; what reviews change is not in it.
 * Two statements on purpose: the second one sees what a retry did before the lock.
 */
export async function sumUpBatches(transaction: Db, input: { limit: number }): Promise<number> {
  const locked = await queryRows<{ id: string }>(
    transaction,
    `select batch.id from playground_draft_batch as batch
      where batch.status <> 'running'
        and not exists (
          select from playground_batch_summary as summary where summary.batch_id = batch.id)
      order by batch.id limit $1 for no key update skip locked`,
    [input.limit]
  )
  const ids = locked.map(({ id }) => id)
  if (ids.length === 0) return 0
  await transaction.query(
    `insert into playground_batch_summary (batch_id, prompt_version_hash, drafts, latencies)
     select batch.id, sums.prompt_version_hash, sums.drafts, sums.latencies
       from unnest($1::uuid[]) as batch (id)
      cross join lateral (
        select task.prompt_version_hash, ${DRAFT_SUMS} from playground_draft as task
         where task.batch_id = batch.id group by task.prompt_version_hash
      ) as sums
     on conflict (batch_id, prompt_version_hash) do nothing`,
    [ids]
  )
  return ids.length
}
