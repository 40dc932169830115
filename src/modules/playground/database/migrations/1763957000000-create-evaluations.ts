import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * Frozen sets of test leads, and what prompts came to when they were run against one. A batch of a test
 * set names it, and goes with it: its drafts are for nobody.
 */
export class CreateEvaluations1763957000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table playground_test_set (
        id uuid primary key default gen_random_uuid(),
        campaign_id uuid not null,
        name text not null,
        source text not null,
        created_by text not null,
        created_at timestamptz not null default clock_timestamp(),
        constraint playground_test_set_name check (length(name) between 1 and 120),
        constraint playground_test_set_source check (source in ('leads', 'sample', 'bundled'))
      )`)
    await db.query(`
      create unique index playground_test_set_one_per_name
        on playground_test_set (campaign_id, lower(name))`)
    await db.query(`
      create index playground_test_set_history
        on playground_test_set (campaign_id, created_at desc, id desc)`)
    await db.query(`
      create table playground_test_lead (
        id uuid primary key,
        test_set_id uuid not null references playground_test_set (id) on delete cascade,
        position integer not null,
        label text not null,
        code text,
        lead_snapshot jsonb not null,
        constraint playground_test_lead_place unique (test_set_id, position),
        constraint playground_test_lead_position check (position between 0 and 199)
      )`)
    await db.query(`
      alter table playground_draft_batch
        add column test_set_id uuid references playground_test_set (id) on delete cascade`)
    await db.query(`
      create index playground_draft_batch_of_test_set
        on playground_draft_batch (test_set_id) where test_set_id is not null`)
    await db.query(`
      create table playground_evaluation (
        id uuid primary key default gen_random_uuid(),
        campaign_id uuid not null,
        test_set_id uuid not null references playground_test_set (id) on delete cascade,
        batch_id uuid references playground_draft_batch (id) on delete set null,
        step_index integer not null,
        prompt_id uuid references playground_prompt (id) on delete set null,
        prompt_version_hash text not null references playground_prompt_version (hash),
        thresholds jsonb not null,
        checks jsonb not null,
        status text not null default 'pending',
        figures jsonb,
        created_by text not null,
        created_at timestamptz not null default clock_timestamp(),
        finished_at timestamptz,
        constraint playground_evaluation_status check (status in ('pending', 'passed', 'failed')),
        constraint playground_evaluation_settled
          check ((status = 'pending') = (finished_at is null)
             and (status = 'pending') = (figures is null)),
        constraint playground_evaluation_checks check (jsonb_typeof(checks) = 'array')
      )`)
    await db.query(`
      create index playground_evaluation_history
        on playground_evaluation (campaign_id, created_at desc, id desc)`)
    await db.query(`
      create index playground_evaluation_of_test_set
        on playground_evaluation (test_set_id, created_at desc, id desc)`)
    await db.query(`
      create index playground_evaluation_pending
        on playground_evaluation (created_at) where status = 'pending'`)
    // The references keep or change rows when what they name is deleted; each delete looks here.
    await db.query(`
      create unique index playground_evaluation_of_batch
        on playground_evaluation (batch_id) where batch_id is not null`)
    await db.query(`
      create index playground_evaluation_prompt_version
        on playground_evaluation (prompt_version_hash)`)
    await db.query(`
      create index playground_evaluation_of_prompt
        on playground_evaluation (prompt_id) where prompt_id is not null`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table playground_evaluation`)
    await db.query(`alter table playground_draft_batch drop column test_set_id`)
    await db.query(`drop table playground_test_lead`)
    await db.query(`drop table playground_test_set`)
  }
}
