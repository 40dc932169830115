import type { Draft } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"
import type { DraftFlag } from "../../entities/draft-flag"
import type { Lease } from "./claim-tasks"

export interface Completion extends Lease {
  draft: Draft
  /** In the currency of the prices; null when the model has no price or no usage was told. */
  cost: number | null
  latency_ms: number
  flags: readonly DraftFlag[]
}

/**
 * Writes the drafts whose writers still hold the lease and answers their tasks. One that is missing
 * from the answer was cancelled or taken over: its draft is dropped.
 *
 * One statement: what flips the rows hands the drafts on to what inserts them, so that a draft is there
 * exactly when its task has succeeded. Status and token are the whole guard. An expired lease that nobody took over may still complete:
 * that saves a paid call.
 */
export async function completeTasks(
  db: Db,
  completions: readonly Completion[]
): Promise<{ task_id: string; batch_id: string }[]> {
  return queryRows<{ task_id: string; batch_id: string }>(
    db,
    `with locked as (
       select task.id from playground_draft_task as task
        where task.id = any ($1::uuid[]) order by task.id for no key update
     ), completed as (
       update playground_draft_task as task
          set status = 'succeeded', completed_at = now(), lease_token = null, lease_until = null
         from locked
         join unnest($1::uuid[], $2::uuid[]) as lease (task_id, token) on lease.task_id = locked.id
        where task.id = locked.id and task.status = 'running' and task.lease_token = lease.token
       returning task.id, task.batch_id
     ), written as (
       insert into playground_draft_result
         (task_id, subject, body, model, usage, input_tokens, cached_input_tokens, output_tokens, cost,
          finish_reason, latency_ms, flags)
       select completed.id, draft.subject, draft.body, draft.model, draft.usage::jsonb,
              (draft.usage::jsonb ->> 'input_tokens')::bigint,
              (draft.usage::jsonb ->> 'cached_input_tokens')::bigint,
              (draft.usage::jsonb ->> 'output_tokens')::bigint,
              draft.cost, draft.finish_reason, draft.latency_ms, draft.flags::jsonb
         from completed
         join unnest($1::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                     $8::integer[], $9::text[], $10::float8[])
              as draft (task_id, subject, body, model, usage, finish_reason, latency_ms, flags, cost)
           on draft.task_id = completed.id
     )
     select completed.id as task_id, completed.batch_id from completed`,
    [
      completions.map((completion) => completion.task_id),
      completions.map((completion) => completion.lease_token),
      completions.map(({ draft }) => draft.subject),
      completions.map(({ draft }) => draft.body),
      completions.map(({ draft }) => draft.model ?? null),
      completions.map(({ draft }) => (draft.usage ? JSON.stringify(draft.usage) : null)),
      completions.map(({ draft }) => draft.finish_reason ?? null),
      completions.map((completion) => completion.latency_ms),
      completions.map((completion) => JSON.stringify(completion.flags)),
      completions.map((completion) => completion.cost),
    ]
  )
}
