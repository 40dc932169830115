import type { MigrationInterface, QueryRunner } from "typeorm"

/** Named prompts, people's judgements, and blind comparisons of two batches. */
export class CreateVerdict1763953000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table playground_prompt (
        id uuid primary key default gen_random_uuid(),
        campaign_id uuid not null,
        name text not null,
        note text,
        archived_at timestamptz,
        created_by text not null,
        created_at timestamptz not null default clock_timestamp(),
        updated_at timestamptz not null default clock_timestamp(),
        constraint playground_prompt_name check (length(name) between 1 and 120),
        constraint playground_prompt_note check (length(note) <= 1000)
      )`)
    await db.query(`
      create unique index playground_prompt_one_per_name
        on playground_prompt (campaign_id, lower(name))`)
    await db.query(`
      create table playground_prompt_text (
        prompt_id uuid not null references playground_prompt (id) on delete cascade,
        prompt_version_hash text not null references playground_prompt_version (hash),
        note text,
        saved_by text not null,
        saved_at timestamptz not null default clock_timestamp(),
        primary key (prompt_id, prompt_version_hash),
        constraint playground_prompt_text_note check (length(note) <= 1000)
      )`)
    // The reference keeps texts from being deleted; without an index each delete would scan for it.
    await db.query(
      `create index playground_prompt_text_version on playground_prompt_text (prompt_version_hash)`
    )
    await db.query(`
      create table playground_judgement (
        draft_id uuid not null references playground_draft_task (id) on delete cascade,
        judged_by text not null,
        score integer,
        verdict text,
        reasons jsonb not null default '[]',
        created_at timestamptz not null default clock_timestamp(),
        updated_at timestamptz not null default clock_timestamp(),
        primary key (draft_id, judged_by),
        constraint playground_judgement_score check (score between 1 and 5),
        constraint playground_judgement_verdict check (verdict in ('good', 'bad')),
        constraint playground_judgement_says check (score is not null or verdict is not null or reasons <> '[]'),
        constraint playground_judgement_reasons check (jsonb_typeof(reasons) = 'array')
      )`)
    // Null: a person wrote it, or it was approved before this was counted.
    await db.query(`
      alter table playground_approved_email
        add column edited_share double precision,
        add constraint playground_approved_email_edited_share check (edited_share between 0 and 1)`)
    await db.query(`
      create table playground_comparison (
        id uuid primary key default gen_random_uuid(),
        campaign_id uuid not null,
        step_index integer not null,
        first_batch_id uuid not null references playground_draft_batch (id) on delete cascade,
        second_batch_id uuid not null references playground_draft_batch (id) on delete cascade,
        created_by text not null,
        created_at timestamptz not null default clock_timestamp(),
        constraint playground_comparison_batches check (first_batch_id <> second_batch_id)
      )`)
    await db.query(`
      create index playground_comparison_history
        on playground_comparison (campaign_id, created_at desc, id desc)`)
    await db.query(`
      create index playground_comparison_first on playground_comparison (first_batch_id)`)
    await db.query(`
      create index playground_comparison_second on playground_comparison (second_batch_id)`)
    await db.query(`
      create table playground_comparison_pair (
        id uuid primary key default gen_random_uuid(),
        comparison_id uuid not null references playground_comparison (id) on delete cascade,
        first_draft_id uuid not null references playground_draft_task (id) on delete cascade,
        second_draft_id uuid not null references playground_draft_task (id) on delete cascade,
        constraint playground_comparison_pair_one_per_draft unique (comparison_id, first_draft_id)
      )`)
    await db.query(`
      create index playground_comparison_pair_first on playground_comparison_pair (first_draft_id)`)
    await db.query(`
      create index playground_comparison_pair_second on playground_comparison_pair (second_draft_id)`)
    await db.query(`
      create table playground_comparison_choice (
        pair_id uuid not null references playground_comparison_pair (id) on delete cascade,
        chosen_by text not null,
        choice text not null,
        chosen_at timestamptz not null default clock_timestamp(),
        primary key (pair_id, chosen_by),
        constraint playground_comparison_choice_choice check (choice in ('first', 'second', 'equal'))
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table playground_comparison_choice`)
    await db.query(`drop table playground_comparison_pair`)
    await db.query(`drop table playground_comparison`)
    await db.query(`alter table playground_approved_email drop column edited_share`)
    await db.query(`drop table playground_judgement`)
    await db.query(`drop table playground_prompt_text`)
    await db.query(`drop table playground_prompt`)
  }
}
