import { queryRows, type Db } from "../../../src/persistence/db"

export const BATCH = "33333333-3333-4333-8333-333333333333"

/** The states that tasks were left in, in lead order. */
export const LEFT_IN = ["succeeded", "pending", "running", "failed"] as const

const HASH = "a".repeat(64)

/** A batch with a task in each of `LEFT_IN`, in the columns that the first release had. */
export async function fillLedger(db: Db): Promise<void> {
  await queryRows(db, `insert into playground_prompt_version (hash, text) values ($1, 'Hello')`, [
    HASH,
  ])
  await queryRows(
    db,
    `insert into playground_draft_batch
       (id, campaign_id, step_index, prompt_version_hash, prompt_source, generator, requested_by, total,
        campaign_snapshot, step_snapshot, idempotency_key, request_fingerprint)
     values ($1, gen_random_uuid(), 1, $2, 'campaign', 'mail-merge', 'user_1', 4, '{}',
             '{"fingerprint": "f"}', 'key', 'print')`,
    [BATCH, HASH]
  )
  await queryRows(
    db,
    `with task as (
       insert into playground_draft_task
         (id, batch_id, position, status, attempt, error_count, lease_token, lease_until, completed_at)
       select gen_random_uuid(), batch.id, place - 1, task.status::playground_draft_task_status, 1,
              case when task.status = 'failed' then 1 else 0 end,
              case when task.status = 'running' then gen_random_uuid() end,
              case when task.status = 'running' then now() - interval '1 minute' end,
              case when task.status in ('succeeded', 'failed') then now() end
         from playground_draft_batch as batch
        cross join unnest($2::text[]) with ordinality as task (status, place)
        where batch.id = $1
       returning id, batch_id, status
     ), input as (
       insert into playground_draft_input
         (task_id, batch_id, campaign_id, campaign_lead_id, prompt_version_hash, variant_label,
          lead_fingerprint, lead_snapshot)
       select task.id, batch.id, batch.campaign_id, gen_random_uuid(), batch.prompt_version_hash, 'A',
              'e', '{}'
         from task join playground_draft_batch as batch on batch.id = $1
     ), result as (
       insert into playground_draft_result
         (task_id, subject, body, model, usage, input_tokens, output_tokens, latency_ms, flags)
       select task.id, 'A subject', 'A body', 'a-model', '{"input_tokens": 12, "output_tokens": 34}',
              12, 34, 5, '[]'
         from task where task.status = 'succeeded'
     )
     insert into playground_draft_failure (task_id, error_code, error_message)
     select task.id, 'provider_error', 'It broke' from task where task.status = 'failed'`,
    [BATCH, LEFT_IN]
  )
}
