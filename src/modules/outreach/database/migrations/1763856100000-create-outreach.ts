import type { MigrationInterface, QueryRunner } from "typeorm"

/** Campaigns with their steps, variants and leads; sender profiles; who gets which variant. */
export class CreateOutreach1763856100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table outreach_sender_profile (
        id uuid primary key default gen_random_uuid(),
        profile_name text not null,
        description text,
        custom_prompt text,
        sender_data jsonb not null default '{}',
        is_default boolean not null default false,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint outreach_sender_profile_name check (length(profile_name) between 1 and 100),
        constraint outreach_sender_profile_description check (length(description) <= 500),
        constraint outreach_sender_profile_prompt check (length(custom_prompt) <= 32000),
        constraint outreach_sender_profile_data check (jsonb_typeof(sender_data) = 'object')
      )`)
    await db.query(`
      create unique index outreach_sender_profile_one_default
        on outreach_sender_profile (is_default) where is_default`)
    await db.query(`
      create table outreach_campaign (
        id uuid primary key default gen_random_uuid(),
        name text not null,
        description text,
        status text not null default 'draft',
        system_prompt text,
        sender_profile_id uuid references outreach_sender_profile (id) on delete set null,
        promotion_campaign_id text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint outreach_campaign_name check (length(name) between 1 and 255),
        constraint outreach_campaign_description check (length(description) <= 1000),
        constraint outreach_campaign_status
          check (status in ('draft', 'active', 'paused', 'completed')),
        constraint outreach_campaign_prompt check (length(system_prompt) <= 32000)
      )`)
    await db.query(`
      create index outreach_campaign_sender on outreach_campaign (sender_profile_id)`)
    await db.query(`
      create index outreach_campaign_newest on outreach_campaign (created_at desc, id desc)`)
    await db.query(`
      create index outreach_campaign_promotion on outreach_campaign (promotion_campaign_id)
       where promotion_campaign_id is not null`)
    await db.query(`
      create table outreach_campaign_step (
        campaign_id uuid not null references outreach_campaign (id) on delete cascade,
        step_index integer not null,
        delay_days integer not null,
        channel text not null,
        primary key (campaign_id, step_index),
        constraint outreach_campaign_step_index check (step_index between 1 and 32),
        constraint outreach_campaign_step_delay check (delay_days >= 0),
        constraint outreach_campaign_step_channel check (length(channel) between 1 and 50)
      )`)
    await db.query(`
      create table outreach_step_variant (
        campaign_id uuid not null,
        step_index integer not null,
        label text not null,
        position integer not null,
        weight double precision not null,
        type text not null,
        template_subject text,
        template_body text,
        sender_profile_id uuid references outreach_sender_profile (id) on delete set null,
        primary key (campaign_id, step_index, label),
        foreign key (campaign_id, step_index)
          references outreach_campaign_step (campaign_id, step_index) on delete cascade,
        constraint outreach_step_variant_label check (length(label) between 1 and 10),
        constraint outreach_step_variant_weight check (weight > 0 and weight <= 1000000),
        constraint outreach_step_variant_type check (type in ('TEMPLATE', 'PERSONALIZATION')),
        constraint outreach_step_variant_template
          check ((template_subject is null) = (template_body is null)
             and (type <> 'TEMPLATE' or template_subject is not null))
      )`)
    await db.query(`
      create index outreach_step_variant_sender on outreach_step_variant (sender_profile_id)`)
    await db.query(`
      create table outreach_campaign_lead (
        id uuid primary key default gen_random_uuid(),
        campaign_id uuid not null references outreach_campaign (id) on delete cascade,
        position bigint generated always as identity,
        email text not null,
        first_name text,
        last_name text,
        company text,
        title text,
        customer_id text,
        attributes jsonb not null default '{}',
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint outreach_campaign_lead_email check (length(email) between 3 and 320),
        constraint outreach_campaign_lead_attributes check (jsonb_typeof(attributes) = 'object')
      )`)
    await db.query(`
      create unique index outreach_campaign_lead_one_email
        on outreach_campaign_lead (campaign_id, lower(email))`)
    await db.query(`
      create index outreach_campaign_lead_order on outreach_campaign_lead (campaign_id, position)`)
    await db.query(`
      create table outreach_lead_assignment (
        campaign_lead_id uuid not null references outreach_campaign_lead (id) on delete cascade,
        step_index integer not null,
        campaign_id uuid not null,
        variant_label text not null,
        position bigint not null,
        primary key (campaign_lead_id, step_index)
      )`)
    // Serves "the first 200 of a million": per variant the entries lie in lead order.
    await db.query(`
      create index outreach_lead_assignment_order
        on outreach_lead_assignment (campaign_id, step_index, variant_label, position)`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      "outreach_lead_assignment",
      "outreach_campaign_lead",
      "outreach_step_variant",
      "outreach_campaign_step",
      "outreach_campaign",
      "outreach_sender_profile",
    ]) {
      await db.query(`drop table ${table}`)
    }
  }
}
