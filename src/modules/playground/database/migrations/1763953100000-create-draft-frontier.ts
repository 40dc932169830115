import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * Up to where a step's leads were looked through for leads without a draft. It only spares work: a row
 * may be deleted at any time.
 */
export class CreateDraftFrontier1763953100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table playground_draft_frontier (
        campaign_id uuid not null,
        step_index integer not null,
        step_fingerprint text not null,
        after text not null,
        passed_over uuid[] not null,
        primary key (campaign_id, step_index)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table playground_draft_frontier`)
  }
}
