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
        notices jsonb not null default '[]',
        constraint playground_draft_batch_stop check ((stop_reason is null) = (stop_message is null)),
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
    await db.query(`
      create table playground_draft_task (
        id uuid primary key default gen_random_uuid(),
        batch_id uuid not null references playground_draft_batch (id) on delete cascade,
        campaign_id uuid not null,
        campaign_lead_id uuid not null,
        prompt_version_hash text not null,
        position integer not null,
        variant_label text not null,
        lead_snapshot jsonb not null,
        lead_fingerprint text not null,
        status text not null default 'pending',
        attempt integer not null default 0,
        error_count integer not null default 0,
        rate_limit_count integer not null default 0,
        lease_token uuid,
        lease_until timestamptz,
        next_run_at timestamptz not null default now(),
        enqueued_at timestamptz not null default now(),
        epoch integer not null default 0,
        error_code text,
        error_message text,
        subject text,
        body text,
        model text,
        usage jsonb,
        finish_reason text,
        latency_ms integer,
        flags jsonb not null default '[]',
        created_at timestamptz not null default now(),
        completed_at timestamptz,
        constraint playground_draft_task_tuple
          unique (campaign_id, campaign_lead_id, prompt_version_hash, batch_id),
        constraint playground_draft_task_place unique (batch_id, position),
        constraint playground_draft_task_status
          check (status in ('pending', 'running', 'succeeded', 'failed', 'cancelled')),
        constraint playground_draft_task_position check (position between 0 and 199),
        constraint playground_draft_task_counts
          check (error_count between 0 and attempt and rate_limit_count >= 0 and epoch >= 0),
        constraint playground_draft_task_lease
          check ((status = 'running') = (lease_token is not null)
             and (lease_token is null) = (lease_until is null)),
        constraint playground_draft_task_completed
          check ((status in ('succeeded', 'failed', 'cancelled')) = (completed_at is not null)),
        constraint playground_draft_task_draft
          check ((status = 'succeeded') = (subject is not null) and (subject is null) = (body is null)),
        constraint playground_draft_task_subject check (length(subject) between 1 and 998),
        constraint playground_draft_task_body check (length(body) between 1 and 50000),
        constraint playground_draft_task_error check (status <> 'failed' or error_code is not null),
        constraint playground_draft_task_latency check (latency_ms >= 0),
        constraint playground_draft_task_flags check (jsonb_typeof(flags) = 'array')
      )`)
    // Serves the reconciler: it holds open rows only and stays small however many drafts there are.
    await db.query(`
      create index playground_draft_task_open
        on playground_draft_task (enqueued_at) where status in ('pending', 'running')`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table playground_draft_task`)
    await db.query(`drop table playground_draft_batch`)
    await db.query(`drop table playground_prompt_version`)
  }
}
