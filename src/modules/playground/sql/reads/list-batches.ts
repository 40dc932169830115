import { queryRows, type Db } from "../../../../persistence/db"
import type { BatchRow } from "./retrieve-batch"

/** A batch with what its tasks come to. Counts are of the whole batch. */
export interface BatchSummaryRow extends Omit<
  BatchRow,
  "step_config_fingerprint" | "request_fingerprint"
> {
  pending: number
  running: number
  succeeded: number
  failed: number
  cancelled: number
  input_tokens: number
  cached_input_tokens: number
  output_tokens: number
  /** Null when no call had a price. */
  cost: number | null
}

const SUMMARY = `select batch.id, batch.campaign_id, batch.step_index, batch.status,
    batch.prompt_version_hash, batch.prompt_source, batch.generator, batch.model,
    batch.requested_by, batch.total, batch.cap_reached,
    batch.stop_reason, batch.stop_message, batch.stop_params, batch.notices, batch.created_at, batch.finished_at,
    batch.cancelled_at,
    tasks.pending, tasks.running, tasks.succeeded, tasks.failed, tasks.cancelled,
    tasks.input_tokens, tasks.cached_input_tokens, tasks.output_tokens, tasks.cost
  from batch
 cross join lateral (
   select count(*) filter (where task.status = 'pending')::integer as pending,
          count(*) filter (where task.status = 'running')::integer as running,
          count(*) filter (where task.status = 'succeeded')::integer as succeeded,
          count(*) filter (where task.status = 'failed')::integer as failed,
          count(*) filter (where task.status = 'cancelled')::integer as cancelled,
          coalesce(sum(task.spent_input_tokens), 0)::float8 as input_tokens,
          coalesce(sum(task.spent_cached_input_tokens), 0)::float8 as cached_input_tokens,
          coalesce(sum(task.spent_output_tokens), 0)::float8 as output_tokens,
          sum(task.spent_cost) as cost
     from playground_draft as task where task.batch_id = batch.id
 ) as tasks`

interface BatchFilter {
  campaign_id: string
  /** Null: of every step. */
  step_index: number | null
  /** Batches of test sets among them. @default false */
  with_tests?: boolean
}

const FILTER = `where batch.campaign_id = $1 and ($2::integer is null or batch.step_index = $2)
          and ($3 or batch.test_set_id is null)`

/** A page of the campaign's batches, newest first. */
export async function listBatches(
  db: Db,
  input: BatchFilter & { offset: number; limit: number }
): Promise<BatchSummaryRow[]> {
  return queryRows<BatchSummaryRow>(
    db,
    `with batch as (
       select * from playground_draft_batch as batch ${FILTER}
        order by batch.created_at desc, batch.id desc offset $4 limit $5
     ) ${SUMMARY} order by batch.created_at desc, batch.id desc`,
    [input.campaign_id, input.step_index, input.with_tests ?? false, input.offset, input.limit]
  )
}

/** How many such batches the campaign has. */
export async function countBatches(db: Db, input: BatchFilter): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    `select count(*)::integer as count from playground_draft_batch as batch ${FILTER}`,
    [input.campaign_id, input.step_index, input.with_tests ?? false]
  )
  return row?.count ?? 0
}

/** One batch with its prompt's text; null when the campaign has no such batch. */
export async function retrieveBatchSummary(
  db: Db,
  input: { campaign_id: string; batch_id: string }
): Promise<(BatchSummaryRow & { prompt: string }) | null> {
  const [batch] = await queryRows<BatchSummaryRow & { prompt: string }>(
    db,
    `with batch as (
       select * from playground_draft_batch where id = $1 and campaign_id = $2
     ), summary as (${SUMMARY})
     select summary.*, version.text as prompt from summary
       join playground_prompt_version as version on version.hash = summary.prompt_version_hash`,
    [input.batch_id, input.campaign_id]
  )
  return batch ?? null
}
