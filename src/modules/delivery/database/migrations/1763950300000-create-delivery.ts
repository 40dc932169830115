import type { MigrationInterface, QueryRunner } from "typeorm"

/** Sends, the pace of each campaign, and who must never be written to. */
export class CreateDelivery1763950300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table delivery_campaign (
        campaign_id uuid primary key,
        status text not null default 'running',
        transport text,
        daily_limit integer default 200,
        min_interval_seconds integer not null default 0,
        jitter_seconds integer not null default 0,
        days integer[] not null default '{1,2,3,4,5,6,7}',
        window_from time not null default '00:00',
        window_to time not null default '24:00',
        time_zone text not null default 'UTC',
        per_domain_hourly_limit integer,
        undo_seconds integer not null default 30,
        footer text,
        four_eyes boolean not null default false,
        html boolean not null default false,
        next_send_at timestamptz not null default '-infinity',
        wake_at timestamptz,
        epoch integer not null default 0,
        updated_at timestamptz not null default now(),
        constraint delivery_campaign_status check (status in ('running', 'paused')),
        constraint delivery_campaign_daily_limit check (daily_limit between 1 and 1000000),
        constraint delivery_campaign_interval check (min_interval_seconds between 0 and 86400),
        constraint delivery_campaign_jitter check (jitter_seconds between 0 and 86400),
        constraint delivery_campaign_days
          check (cardinality(days) between 1 and 7 and days <@ '{1,2,3,4,5,6,7}'),
        constraint delivery_campaign_window check (window_from < window_to),
        constraint delivery_campaign_per_domain check (per_domain_hourly_limit between 1 and 1000000),
        constraint delivery_campaign_undo check (undo_seconds between 0 and 3600),
        constraint delivery_campaign_footer check (length(footer) between 1 and 5000)
      )`)
    await db.query(`
      create table delivery_send (
        id uuid primary key default gen_random_uuid(),
        campaign_id uuid not null,
        campaign_lead_id uuid not null,
        step_index integer not null,
        status text not null default 'scheduled',
        content_hash text not null,
        footer text,
        recipient text,
        recipient_hash text not null,
        recipient_domain text not null,
        language text,
        delay_days integer not null,
        scheduled_by text not null,
        scheduled_at timestamptz not null default clock_timestamp(),
        due_at timestamptz not null,
        attempt integer not null default 0,
        lease_token uuid,
        lease_until timestamptz,
        taken_at timestamptz,
        transport text,
        message_id text,
        accepted_at timestamptz,
        transport_message_id text,
        error_code text,
        error_message text,
        is_final_error boolean not null default false,
        bounced_at timestamptz,
        complained_at timestamptz,
        resolved_by text,
        resolved_at timestamptz,
        updated_at timestamptz not null default clock_timestamp(),
        constraint delivery_send_one_per_step unique (campaign_lead_id, step_index),
        constraint delivery_send_status check (status in
          ('scheduled', 'in_flight', 'accepted', 'rejected', 'unknown', 'cancelled')),
        constraint delivery_send_step_index check (step_index between 1 and 32),
        constraint delivery_send_hash check (content_hash ~ '^[0-9a-f]{64}$'),
        constraint delivery_send_attempt check (attempt >= 0),
        constraint delivery_send_lease
          check ((status = 'in_flight') = (lease_until is not null)
             and (status not in ('in_flight') or lease_token is not null)),
        constraint delivery_send_taken
          check (status not in ('in_flight', 'unknown', 'accepted')
              or (taken_at is not null and message_id is not null)),
        constraint delivery_send_accepted check ((status = 'accepted') = (accepted_at is not null)),
        constraint delivery_send_rejected check (status <> 'rejected' or error_code is not null)
      )`)
    // What may be taken next: it holds scheduled rows only and stays small however much was sent.
    await db.query(`
      create index delivery_send_due
        on delivery_send (campaign_id, due_at, id) where status = 'scheduled'`)
    // Follow-ups that wait for an earlier step.
    await db.query(`
      create index delivery_send_waiting on delivery_send (campaign_lead_id)
       where status = 'scheduled' and due_at = 'infinity'`)
    // What the limits count.
    await db.query(`
      create index delivery_send_taken on delivery_send (campaign_id, taken_at)
       where status in ('in_flight', 'accepted', 'unknown')`)
    await db.query(`
      create index delivery_send_in_flight
        on delivery_send (lease_until) where status = 'in_flight'`)
    await db.query(`
      create index delivery_send_unknown on delivery_send (updated_at) where status = 'unknown'`)
    await db.query(`
      create index delivery_send_of_step on delivery_send (campaign_id, step_index, due_at, id)`)
    await db.query(`
      create unique index delivery_send_message
        on delivery_send (message_id) where message_id is not null`)
    await db.query(`
      create index delivery_send_transport_message
        on delivery_send (transport_message_id) where transport_message_id is not null`)
    await db.query(`
      create table delivery_reply (
        campaign_lead_id uuid primary key,
        campaign_id uuid not null,
        noted_by text not null,
        replied_at timestamptz not null default clock_timestamp()
      )`)
    await db.query(`
      create table delivery_event (
        id bigint generated always as identity primary key,
        campaign_id uuid not null,
        send_id uuid,
        action text not null,
        actor text not null,
        details jsonb not null default '{}',
        created_at timestamptz not null default clock_timestamp(),
        constraint delivery_event_action check (action in
          ('schedule', 'pause', 'resume', 'cancel', 'resolve', 'replied', 'settings'))
      )`)
    await db.query(`
      create index delivery_event_of_campaign on delivery_event (campaign_id, id)`)
    await db.query(`
      create function delivery_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
          using errcode = 'restrict_violation';
      end $$`)
    await db.query(`
      create trigger delivery_event_append_only
        before update or delete or truncate on delivery_event
        for each statement execute function delivery_refuse_change()`)
    await this.createSuppressions_(db)
    await this.createTransportTables_(db)
  }

  private async createSuppressions_(db: QueryRunner): Promise<void> {
    await db.query(`
      create table delivery_suppression (
        id uuid primary key default gen_random_uuid(),
        kind text not null,
        value text not null,
        reason text not null,
        source text not null,
        created_by text not null,
        created_at timestamptz not null default clock_timestamp(),
        constraint delivery_suppression_once unique (kind, value),
        constraint delivery_suppression_kind check (kind in ('address', 'domain', 'hash')),
        constraint delivery_suppression_reason
          check (reason in ('unsubscribed', 'bounced', 'complained', 'manual'))
      )`)
    await db.query(`
      create index delivery_suppression_newest on delivery_suppression (created_at desc, id desc)`)
    // One row per spelling under which a suppression is found: the sending statement looks nowhere else.
    await db.query(`
      create table delivery_suppression_key (
        key text primary key,
        suppression_id uuid not null references delivery_suppression (id) on delete cascade
      )`)
    await db.query(`
      create index delivery_suppression_key_of on delivery_suppression_key (suppression_id)`)
    // Who let the shop write there again, and why: what was on the list, as it stood there.
    await db.query(`
      create table delivery_lifted_suppression (
        id uuid primary key,
        kind text not null,
        value text not null,
        reason text not null,
        source text not null,
        created_by text not null,
        created_at timestamptz not null,
        lifted_by text not null,
        lifted_at timestamptz not null default clock_timestamp(),
        note text,
        constraint delivery_lifted_suppression_note check (length(note) between 1 and 1000)
      )`)
    await db.query(`
      create index delivery_lifted_suppression_newest
        on delivery_lifted_suppression (lifted_at desc, id desc)`)
    await db.query(`
      create trigger delivery_lifted_suppression_append_only
        before update or delete or truncate on delivery_lifted_suppression
        for each statement execute function delivery_refuse_change()`)
    // An address is suppressed by itself, by its hash, and by its domain or one above that.
    await db.query(`
      create function delivery_is_suppressed(email text) returns boolean
      language plpgsql stable parallel safe as $$
      declare
        address constant text := lower(email);
        domain text := split_part(address, '@', 2);
        keys text[] := array[address, 'sha256:' || encode(sha256(convert_to(address, 'UTF8')), 'hex')];
      begin
        while position('.' in domain) > 0 loop
          keys := keys || ('@' || domain);
          domain := substr(domain, position('.' in domain) + 1);
        end loop;
        return exists (select from delivery_suppression_key as entry where entry.key = any (keys));
      end $$`)
  }

  private async createTransportTables_(db: QueryRunner): Promise<void> {
    await db.query(`
      create table delivery_outbox_mail (
        id uuid primary key default gen_random_uuid(),
        message_id text not null,
        recipient text not null,
        subject text not null,
        eml bytea not null,
        created_at timestamptz not null default clock_timestamp(),
        constraint delivery_outbox_mail_once unique (message_id)
      )`)
    await db.query(`
      create index delivery_outbox_mail_newest on delivery_outbox_mail (created_at desc, id)`)
    await db.query(`
      create table delivery_mail_event (
        provider text not null,
        event_id text not null,
        received_at timestamptz not null default clock_timestamp(),
        primary key (provider, event_id)
      )`)
    await db.query(`
      create table delivery_test_send (
        id bigint generated always as identity primary key,
        actor text not null,
        sent_at timestamptz not null default clock_timestamp()
      )`)
    await db.query(`
      create index delivery_test_send_of_actor on delivery_test_send (actor, sent_at)`)
    // Signs the links in footers. In the database, so that all processes know it and no restart, nor a
    // change of the host's secrets, breaks a link that somebody has in a mail.
    await db.query(`
      create table delivery_secret (
        id boolean primary key default true check (id),
        unsubscribe_key text not null
      )`)
    await db.query(`
      insert into delivery_secret (unsubscribe_key)
      values (gen_random_uuid()::text || gen_random_uuid()::text)`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      "delivery_secret",
      "delivery_test_send",
      "delivery_mail_event",
      "delivery_outbox_mail",
      "delivery_lifted_suppression",
      "delivery_suppression_key",
      "delivery_suppression",
      "delivery_event",
      "delivery_reply",
      "delivery_send",
      "delivery_campaign",
    ]) {
      await db.query(`drop table ${table}`)
    }
    await db.query(`drop function delivery_is_suppressed(text)`)
    await db.query(`drop function delivery_refuse_change()`)
  }
}
