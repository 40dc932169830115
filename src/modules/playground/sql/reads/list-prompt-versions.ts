import type { DraftTaskStatus, PromptSource } from "../../state-machine"
import { queryRows, type Db } from "../../../../persistence/db"

/** A prompt version of a campaign, with what all its batches come to. */
export interface PromptVersionRow extends Record<DraftTaskStatus, number> {
  prompt_version_hash: string
  prompt: string
  prompt_source: PromptSource
  first_used_at: Date
  last_used_at: Date
  batches: number
  total: number
  flagged: number
  approved: number
  rejected: number
  median_latency_ms: number | null
  input_tokens: number
  cached_input_tokens: number
  output_tokens: number
  cost: number | null
}

/** A page of the campaign's prompt versions (of one step, unless that is null), last used first. */
export async function listPromptVersions(
  db: Db,
  input: { campaign_id: string; step_index: number | null; offset: number; limit: number }
): Promise<PromptVersionRow[]> {
  return queryRows<PromptVersionRow>(
    db,
    `with used as (
       select batch.prompt_version_hash, count(*)::integer as batches,
              min(batch.created_at) as first_used_at, max(batch.created_at) as last_used_at,
              (array_agg(batch.prompt_source order by batch.created_at desc))[1] as prompt_source
         from playground_draft_batch as batch
        where batch.campaign_id = $1 and ($2::integer is null or batch.step_index = $2)
        group by batch.prompt_version_hash
        order by last_used_at desc, batch.prompt_version_hash offset $3 limit $4
     )
     select used.*, version.text as prompt, tasks.*
       from used
       join playground_prompt_version as version on version.hash = used.prompt_version_hash
      cross join lateral (
        select count(*) filter (where task.status = 'pending')::integer as pending,
               count(*) filter (where task.status = 'running')::integer as running,
               count(*) filter (where task.status = 'succeeded')::integer as succeeded,
               count(*) filter (where task.status = 'failed')::integer as failed,
               count(*) filter (where task.status = 'cancelled')::integer as cancelled,
               count(*)::integer as total,
               count(*) filter (where task.flags <> '[]')::integer as flagged,
               count(entry.id)::integer as approved,
               count(task.rejected_at)::integer as rejected,
               percentile_cont(0.5) within group (order by task.latency_ms) as median_latency_ms,
               coalesce(sum(task.spent_input_tokens), 0)::float8 as input_tokens,
               coalesce(sum(task.spent_cached_input_tokens), 0)::float8 as cached_input_tokens,
               coalesce(sum(task.spent_output_tokens), 0)::float8 as output_tokens,
               sum(task.spent_cost) as cost
          from playground_draft_batch as batch
          join playground_draft_task as task on task.batch_id = batch.id
          left join playground_approved_email as entry on entry.draft_id = task.id
         where batch.campaign_id = $1 and batch.prompt_version_hash = used.prompt_version_hash
           and ($2::integer is null or batch.step_index = $2)
      ) as tasks
      order by used.last_used_at desc, used.prompt_version_hash`,
    [input.campaign_id, input.step_index, input.offset, input.limit]
  )
}

/** How many prompt versions the campaign has used (for one step, unless that is null). */
export async function countPromptVersions(
  db: Db,
  input: { campaign_id: string; step_index: number | null }
): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    `select count(distinct batch.prompt_version_hash)::integer as count
       from playground_draft_batch as batch
      where batch.campaign_id = $1 and ($2::integer is null or batch.step_index = $2)`,
    [input.campaign_id, input.step_index]
  )
  return row?.count ?? 0
}
