import type { MigrationInterface, QueryRunner } from "typeorm"

/** What the drafts of a campaign must keep, as a person wrote it down. */
export class CreateCheckSets1763954000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table playground_check_set (
        campaign_id uuid primary key,
        checks jsonb not null,
        updated_by text not null,
        updated_at timestamptz not null default clock_timestamp(),
        constraint playground_check_set_checks check (jsonb_typeof(checks) = 'array')
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table playground_check_set`)
  }
}
