import type { MigrationInterface, QueryRunner } from "typeorm"

/** Approved e-mails and the history of every review. */
export class CreateApprovals1763942400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table playground_approved_email (
        id uuid primary key default gen_random_uuid(),
        campaign_lead_id uuid not null,
        step_index integer not null,
        campaign_id uuid not null,
        subject text not null,
        body text not null,
        variant_label text not null,
        draft_id uuid references playground_draft_task (id),
        batch_id uuid,
        prompt_version_hash text references playground_prompt_version (hash),
        step_config_fingerprint text not null,
        lead_fingerprint text not null,
        sender_profile_id text,
        generator text,
        model text,
        latency_ms integer,
        is_edited boolean not null,
        approved_by text not null,
        approved_at timestamptz not null default clock_timestamp(),
        lead_changed_at timestamptz,
        constraint playground_approved_email_one_per_step unique (campaign_lead_id, step_index),
        constraint playground_approved_email_step_index check (step_index between 1 and 32),
        constraint playground_approved_email_subject check (length(subject) between 1 and 998),
        constraint playground_approved_email_body check (length(body) between 1 and 50000),
        constraint playground_approved_email_draft
          check ((draft_id is null) = (batch_id is null)
             and (draft_id is null) = (prompt_version_hash is null)
             and (draft_id is null) = (generator is null)
             and (draft_id is not null or not is_edited))
      )`)
    await db.query(`
      create index playground_approved_email_campaign
        on playground_approved_email (campaign_id, step_index)`)
    // The reference keeps drafts from being deleted; without an index each delete would scan for it.
    await db.query(`
      create index playground_approved_email_of_draft
        on playground_approved_email (draft_id) where draft_id is not null`)
    await db.query(`
      create table playground_review_event (
        id bigint generated always as identity primary key,
        campaign_id uuid not null,
        campaign_lead_id uuid not null,
        step_index integer not null,
        action text not null,
        actor text not null,
        draft_id uuid,
        batch_id uuid,
        is_edited boolean,
        reason text,
        created_at timestamptz not null default clock_timestamp(),
        constraint playground_review_event_action
          check (action in ('approve', 'unapprove', 'reset', 'reject')),
        constraint playground_review_event_edited check ((action = 'approve') = (is_edited is not null)),
        constraint playground_review_event_reason check (length(reason) <= 1000)
      )`)
    await db.query(`
      create index playground_review_event_of_lead
        on playground_review_event (campaign_id, campaign_lead_id, id)`)
    await db.query(`
      create function playground_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
          using errcode = 'restrict_violation';
      end $$`)
    await db.query(`
      create trigger playground_review_event_append_only
        before update or delete or truncate on playground_review_event
        for each statement execute function playground_refuse_change()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table playground_review_event`)
    await db.query(`drop function playground_refuse_change()`)
    await db.query(`drop table playground_approved_email`)
  }
}
