import type { DraftUsage, FailureParams } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"
import type { DraftTaskStatus } from "../../state-machine"
import type { Lease } from "./claim-tasks"
import { NOTE_FAILURE } from "./note-failure"

/** What one answered call used. */
export interface Spend extends DraftUsage {
  /** In the currency of the prices; null when the model has no price. */
  cost: number | null
}

export interface FailAttemptInput extends Lease {
  error: { code: string; params: FailureParams; message: string }
  /** True when trying again cannot help: the task fails whatever is left of its attempts. */
  isPermanent: boolean
  maxAttempts: number
  /** How long to wait before the next attempt, in ms. */
  backoffMs: number
  /** What the failed call used all the same; null when it is not known. */
  spend: Spend | null
}

export interface FailedAttemptRow {
  batch_id: string
  /** `pending`: it will be tried again. `failed`: its attempts are spent. */
  status: Extract<DraftTaskStatus, "pending" | "failed">
  epoch: number
  /** True when the batch has stopped meanwhile: what waits for its next attempt is to be failed. */
  is_stopped: boolean
}

/**
 * Counts one provider error; the task waits for its next attempt or has failed. Null when it was
 * cancelled or taken over meanwhile.
 */
export async function failAttempt(
  db: Db,
  input: FailAttemptInput
): Promise<FailedAttemptRow | null> {
  const [row] = await queryRows<FailedAttemptRow>(
    db,
    `with ended as (
       update playground_draft_task as task
          set status = ending.status, error_count = task.error_count + 1,
              lease_token = null, lease_until = null,
              completed_at = case when ending.status = 'failed' then now() end,
              next_run_at = now() + $7 * interval '1 millisecond',
              enqueued_at = now() + $7 * interval '1 millisecond', epoch = task.epoch + 1
         from (select held.id,
                      case when $5 or held.error_count + 1 >= $6 then 'failed' else 'pending' end
                        ::playground_draft_task_status as status
                 from playground_draft_task as held
                where held.id = $1 for no key update) as ending
        where task.id = ending.id and task.status = 'running' and task.lease_token = $2
       returning task.id, task.batch_id, task.status, task.epoch
     ), noted as (
       insert into playground_draft_failure as failure
         (task_id, error_code, error_message, error_params, input_tokens, cached_input_tokens,
          output_tokens, cost)
       select ended.id, $3, $4, $12::jsonb, coalesce($8::bigint, 0), coalesce($11::bigint, 0),
              coalesce($9::bigint, 0), $10::float8
         from ended ${NOTE_FAILURE},
              input_tokens = failure.input_tokens + excluded.input_tokens,
              cached_input_tokens = failure.cached_input_tokens + excluded.cached_input_tokens,
              output_tokens = failure.output_tokens + excluded.output_tokens,
              cost = coalesce(failure.cost + excluded.cost, excluded.cost, failure.cost)
     )
     select ended.batch_id, ended.status, ended.epoch,
            exists (select from playground_draft_batch as batch
                     where batch.id = ended.batch_id and batch.stop_reason is not null) as is_stopped
       from ended`,
    [
      input.task_id,
      input.lease_token,
      input.error.code,
      input.error.message,
      input.isPermanent,
      input.maxAttempts,
      input.backoffMs,
      input.spend?.input_tokens ?? null,
      input.spend?.output_tokens ?? null,
      input.spend?.cost ?? null,
      input.spend?.cached_input_tokens ?? null,
      JSON.stringify(input.error.params),
    ]
  )
  return row ?? null
}
