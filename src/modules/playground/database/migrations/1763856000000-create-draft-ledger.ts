import type { MigrationInterface, QueryRunner } from "typeorm"

/** Prompt versions, batches and draft tasks, with every invariant that Postgres can hold by itself. */
export class CreateDraftLedger1763856000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table playground_prompt_version (
        hash text primary key,
        text text not null,
        created_at timestamptz not null default now(),
        constraint playground_prompt_version_hash check (hash ~ '^[0-9a-f]{64}$')
      )`)
    await db.query(`
      create table playground_draft_batch (
        id uuid primary key default gen_random_uuid(),
        campaign_id uuid not null,
        step_index integer not null,
        status text not null default 'running',
        prompt_version_hash text not null references playground_prompt_version (hash),
        prompt_source text not null,
        generator text not null,
        model text,
        requested_by text not null,
        total integer not null,
        campaign_snapshot jsonb not null,
        step_snapshot jsonb not null,
        idempotency_key text,
        request_fingerprint text,
        created_at timestamptz not null default now(),
        finished_at timestamptz,
        cancelled_at timestamptz,
        stop_reason text,
        stop_message text,
        stop_params jsonb,
        cap_reached text,
        notices jsonb not null default '[]',
        constraint playground_draft_batch_stop check ((stop_reason is null) = (stop_message is null)),
        constraint playground_draft_batch_cap_reached check (cap_reached in ('tokens', 'cost')),
        constraint playground_draft_batch_notices check (jsonb_typeof(notices) = 'array'),
        constraint playground_draft_batch_status check (status in ('running', 'finished', 'cancelled')),
        constraint playground_draft_batch_step_index check (step_index between 1 and 32),
        constraint playground_draft_batch_total check (total between 1 and 200),
        constraint playground_draft_batch_prompt_source
          check (prompt_source in ('request', 'campaign', 'sender', 'default')),
        constraint playground_draft_batch_finished check ((status = 'finished') = (finished_at is not null)),
        constraint playground_draft_batch_cancelled
          check ((status = 'cancelled') = (cancelled_at is not null)),
        constraint playground_draft_batch_request
          check ((idempotency_key is null) = (request_fingerprint is null)),
        constraint playground_draft_batch_idempotency_key
          check (idempotency_key is null or length(idempotency_key) between 1 and 255)
      )`)
    await db.query(`
      create unique index playground_draft_batch_one_per_key
        on playground_draft_batch (campaign_id, idempotency_key) where idempotency_key is not null`)
    await db.query(`
      create index playground_draft_batch_history
        on playground_draft_batch (campaign_id, created_at desc, id desc)`)
    await db.query(`
      create index playground_draft_batch_running
        on playground_draft_batch (created_at) where status = 'running'`)
    await db.query(`
      create index playground_draft_batch_prompt_version
        on playground_draft_batch (prompt_version_hash)`)
    await createTaskTables(db)
    await createDraftView(db)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view playground_draft`)
    await db.query(`
      drop table playground_draft_rejection, playground_draft_failure, playground_draft_result,
                 playground_draft_input, playground_draft_task`)
    await db.query(`drop function playground_delete_draft_inputs()`)
    await db.query(`drop type playground_draft_task_status`)
    await db.query(`drop table playground_draft_batch`)
    await db.query(`drop table playground_prompt_version`)
  }
}

/**
 * Draft tasks: what changes with each claim stands alone in a narrow row of fixed width, which no index
 * follows but by columns that never change, so that Postgres updates it in its page. What is written
 * once stands beside it. Rows that were updated past their page's room are cleared away after a hundredth
 * of the table, not after a fifth as Postgres would by itself.
 */
async function createTaskTables(db: QueryRunner): Promise<void> {
  await db.query(`
    create type playground_draft_task_status
        as enum ('pending', 'running', 'succeeded', 'failed', 'cancelled')`)
  await db.query(`
    create table playground_draft_task (
      id uuid primary key,
      batch_id uuid not null references playground_draft_batch (id) on delete cascade,
      next_run_at timestamptz not null default now(),
      enqueued_at timestamptz not null default now(),
      position integer not null,
      status playground_draft_task_status not null default 'pending',
      attempt integer not null default 0,
      error_count integer not null default 0,
      rate_limit_count integer not null default 0,
      epoch integer not null default 0,
      lease_token uuid,
      lease_until timestamptz,
      completed_at timestamptz,
      constraint playground_draft_task_place unique (batch_id, position),
      constraint playground_draft_task_position check (position between 0 and 199),
      constraint playground_draft_task_counts
        check (error_count between 0 and attempt and rate_limit_count >= 0 and epoch >= 0),
      constraint playground_draft_task_lease
        check ((status = 'running') = (lease_token is not null)
           and (lease_token is null) = (lease_until is null)),
      constraint playground_draft_task_completed
        check ((status in ('succeeded', 'failed', 'cancelled')) = (completed_at is not null))
    ) with (
      fillfactor = 35,
      autovacuum_vacuum_scale_factor = 0.01,
      autovacuum_vacuum_threshold = 1000,
      autovacuum_analyze_scale_factor = 0.02,
      autovacuum_vacuum_cost_delay = 0
    )`)
  // Holds the idempotency tuple, and more: whatever the prompt, a lead is in a batch once. Without a
  // foreign key: it comes with its task in one statement, and a look at the batch for each row made a
  // fifth of the commit. It goes with its task by the trigger below.
  await db.query(`
    create table playground_draft_input (
      task_id uuid primary key,
      batch_id uuid not null,
      campaign_id uuid not null,
      campaign_lead_id uuid not null,
      prompt_version_hash text not null,
      variant_label text not null,
      lead_fingerprint text not null,
      lead_snapshot jsonb not null,
      constraint playground_draft_input_one_per_lead unique (campaign_id, campaign_lead_id, batch_id)
    )`)
  await db.query(`
    create function playground_delete_draft_inputs() returns trigger language plpgsql
      set search_path from current as $$
    begin
      delete from playground_draft_input as input using gone where input.task_id = gone.id;
      return null;
    end $$`)
  await db.query(`
    create trigger playground_draft_task_input
      after delete on playground_draft_task referencing old table as gone
      for each statement execute function playground_delete_draft_inputs()`)
  await db.query(`
    create table playground_draft_result (
      task_id uuid primary key references playground_draft_task (id) on delete cascade,
      input_tokens bigint,
      cached_input_tokens bigint,
      output_tokens bigint,
      cost double precision,
      latency_ms integer not null,
      subject text not null,
      body text not null,
      model text,
      finish_reason text,
      usage jsonb,
      flags jsonb not null,
      constraint playground_draft_result_subject check (length(subject) between 1 and 998),
      constraint playground_draft_result_body check (length(body) between 1 and 50000),
      constraint playground_draft_result_latency check (latency_ms >= 0),
      constraint playground_draft_result_spent
        check (input_tokens >= 0 and output_tokens >= 0 and cost >= 0
           and cached_input_tokens between 0 and input_tokens),
      constraint playground_draft_result_flags check (jsonb_typeof(flags) = 'array')
    )`)
  await db.query(`
    create table playground_draft_failure (
      task_id uuid primary key references playground_draft_task (id) on delete cascade,
      error_code text,
      error_params jsonb,
      error_message text,
      input_tokens bigint not null default 0,
      cached_input_tokens bigint not null default 0,
      output_tokens bigint not null default 0,
      cost double precision,
      constraint playground_draft_failure_error
        check ((error_code is null) = (error_message is null)),
      constraint playground_draft_failure_spent
        check (input_tokens >= 0 and output_tokens >= 0 and cost >= 0
           and cached_input_tokens between 0 and input_tokens)
    )`)
  await db.query(`
    create table playground_draft_rejection (
      task_id uuid primary key references playground_draft_task (id) on delete cascade,
      campaign_id uuid not null,
      step_index integer not null,
      prompt_version_hash text not null,
      rejected_at timestamptz not null default clock_timestamp(),
      rejected_by text not null,
      reason text,
      constraint playground_draft_rejection_reason check (length(reason) <= 1000)
    )`)
  await db.query(`
    create index playground_draft_rejection_of_prompt
      on playground_draft_rejection (campaign_id, prompt_version_hash)`)
}

/**
 * \`playground_draft\`: a task with all that belongs to it, to be read and never locked. Left joins all,
 * so that Postgres leaves out the tables of which a query wants nothing.
 */
async function createDraftView(db: QueryRunner): Promise<void> {
  await db.query(`
    create view playground_draft as
    select task.id, task.batch_id, input.campaign_id, input.campaign_lead_id,
           input.prompt_version_hash, task.position, input.variant_label, input.lead_snapshot,
           input.lead_fingerprint, task.status::text as status, task.attempt, task.error_count,
           task.rate_limit_count, task.lease_token, task.lease_until, task.next_run_at,
           task.enqueued_at, task.epoch,
           case when task.status <> 'succeeded' then failure.error_code end as error_code,
           case when task.status <> 'succeeded' then failure.error_message end as error_message,
           case when task.status <> 'succeeded' then failure.error_params end as error_params,
           result.subject, result.body, result.model, result.usage, result.finish_reason,
           result.latency_ms,
           coalesce(result.input_tokens, 0) + coalesce(failure.input_tokens, 0)
             as spent_input_tokens,
           coalesce(result.cached_input_tokens, 0) + coalesce(failure.cached_input_tokens, 0)
             as spent_cached_input_tokens,
           coalesce(result.output_tokens, 0) + coalesce(failure.output_tokens, 0)
             as spent_output_tokens,
           coalesce(result.cost + failure.cost, result.cost, failure.cost) as spent_cost,
           coalesce(result.flags, '[]') as flags, batch.created_at, task.completed_at,
           rejection.rejected_at, rejection.rejected_by, rejection.reason as reject_reason
      from playground_draft_task as task
      left join playground_draft_batch as batch on batch.id = task.batch_id
      left join playground_draft_input as input on input.task_id = task.id
      left join playground_draft_result as result on result.task_id = task.id
      left join playground_draft_failure as failure on failure.task_id = task.id
      left join playground_draft_rejection as rejection on rejection.task_id = task.id`)
}
