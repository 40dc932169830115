import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * `playground_sendable_email`: what a module that sends may read of the approved e-mails, and may lock
 * in the statement that takes one. Its columns are a contract; the table behind it is not.
 */
export class PublishApprovals1763950100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view playground_sendable_email as
      select entry.campaign_id, entry.campaign_lead_id, entry.step_index, entry.subject, entry.body,
             encode(sha256(convert_to(entry.subject || chr(10) || entry.body, 'UTF8')), 'hex')
               as content_hash,
             entry.sender_profile_id, entry.approved_by, entry.approved_at,
             entry.lead_changed_at is not null as is_lead_changed
        from playground_approved_email as entry`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view playground_sendable_email`)
  }
}
