import type { MigrationInterface, QueryRunner } from "typeorm"

/** For taking a campaign's approvals away a chunk at a time, and for finding out who uses a prompt. */
export class IndexApprovals1763949600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index playground_approved_email_chunks
        on playground_approved_email (campaign_id, step_index, campaign_lead_id)`)
    await db.query(`drop index playground_approved_email_campaign`)
    await db.query(`
      create index playground_approved_email_of_prompt
        on playground_approved_email (prompt_version_hash, campaign_id, step_index)
       where prompt_version_hash is not null`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create index playground_approved_email_campaign
        on playground_approved_email (campaign_id, step_index)`)
    await db.query(`drop index playground_approved_email_chunks`)
    await db.query(`drop index playground_approved_email_of_prompt`)
  }
}
