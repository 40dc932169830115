import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * Retention takes the text of what was sent, and leaves the approval: whoever was written to is not
 * drafted for again.
 */
export class RemoveSentTexts1763957100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table playground_approved_email
        add column text_removed_at timestamptz,
        drop constraint playground_approved_email_subject,
        drop constraint playground_approved_email_body,
        add constraint playground_approved_email_subject
          check (length(subject) <= 998 and (subject = '') = (text_removed_at is not null)),
        add constraint playground_approved_email_body
          check (length(body) <= 50000 and (body = '') = (text_removed_at is not null))`)
    await db.query(this.publish_("where entry.text_removed_at is null"))
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(this.publish_(""))
    await db.query(`delete from playground_approved_email where text_removed_at is not null`)
    await db.query(`
      alter table playground_approved_email
        drop column text_removed_at,
        drop constraint if exists playground_approved_email_subject,
        drop constraint if exists playground_approved_email_body,
        add constraint playground_approved_email_subject check (length(subject) between 1 and 998),
        add constraint playground_approved_email_body check (length(body) between 1 and 50000)`)
  }

  /** What has no text any more is nothing that could be sent. */
  private publish_(where: string): string {
    return `
      create or replace view playground_sendable_email as
      select entry.campaign_id, entry.campaign_lead_id, entry.step_index, entry.subject, entry.body,
             encode(sha256(convert_to(entry.subject || chr(10) || entry.body, 'UTF8')), 'hex')
               as content_hash,
             entry.sender_profile_id, entry.approved_by, entry.approved_at,
             entry.lead_changed_at is not null as is_lead_changed
        from playground_approved_email as entry ${where}`
  }
}
