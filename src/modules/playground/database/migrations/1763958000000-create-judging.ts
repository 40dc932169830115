import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * Judging tasks: one per draft and version of the judge; of a comparison's pair one for each order. And
 * the batches that are to be judged by themselves.
 */
export class CreateJudging1763958000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table playground_judging_task (
        id uuid primary key default gen_random_uuid(),
        draft_id uuid not null references playground_draft_task (id) on delete cascade,
        batch_id uuid not null references playground_draft_batch (id) on delete cascade,
        pair_id uuid references playground_comparison_pair (id) on delete cascade,
        judge_version text not null,
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
        error_params jsonb,
        score integer,
        choice text,
        unsupported integer,
        result jsonb,
        model text,
        spent_input_tokens bigint not null default 0,
        spent_output_tokens bigint not null default 0,
        spent_cost double precision,
        completed_at timestamptz,
        constraint playground_judging_task_status
          check (status in ('pending', 'running', 'judged', 'failed', 'cancelled')),
        constraint playground_judging_task_counts
          check (error_count between 0 and attempt and rate_limit_count >= 0 and epoch >= 0),
        constraint playground_judging_task_lease
          check ((status = 'running') = (lease_token is not null)
             and (lease_token is null) = (lease_until is null)),
        constraint playground_judging_task_completed
          check ((status in ('judged', 'failed', 'cancelled')) = (completed_at is not null)),
        constraint playground_judging_task_result
          check ((status = 'judged') = (result is not null)
             and (score is not null) = (result is not null and pair_id is null)
             and (unsupported is not null) = (result is not null and pair_id is null)
             and (choice is not null) = (result is not null and pair_id is not null)),
        constraint playground_judging_task_score check (score between 1 and 5),
        constraint playground_judging_task_choice check (choice in ('first', 'second', 'equal')),
        constraint playground_judging_task_error check (status <> 'failed' or error_code is not null),
        constraint playground_judging_task_spent
          check (spent_input_tokens >= 0 and spent_output_tokens >= 0 and spent_cost >= 0)
      )`)
    await db.query(`
      create unique index playground_judging_task_once
        on playground_judging_task (draft_id, judge_version) where pair_id is null`)
    // The draft is the one that is shown first: it tells the order.
    await db.query(`
      create unique index playground_judging_task_once_per_order
        on playground_judging_task (pair_id, draft_id, judge_version) where pair_id is not null`)
    // For the cascade from a draft of a pair.
    await db.query(`
      create index playground_judging_task_of_draft on playground_judging_task (draft_id)`)
    await db.query(`
      create index playground_judging_task_of_batch
        on playground_judging_task (batch_id, judge_version)`)
    await db.query(`
      create index playground_judging_task_open
        on playground_judging_task (enqueued_at) where status in ('pending', 'running')`)
    await db.query(`
      create table playground_judging_order (
        batch_id uuid primary key references playground_draft_batch (id) on delete cascade,
        is_due boolean not null default true
      )`)
    await db.query(`
      create index playground_judging_order_due on playground_judging_order (batch_id) where is_due`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table playground_judging_order`)
    await db.query(`drop table playground_judging_task`)
  }
}
