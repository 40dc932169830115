import type { MigrationInterface, QueryRunner } from "typeorm"

/** What a failure is about, beside its code: the words for it are the reader's. */
export class AddFailureParams1763956000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table playground_draft_task add column error_params jsonb`)
    await db.query(`alter table playground_draft_batch add column stop_params jsonb`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table playground_draft_batch drop column stop_params`)
    await db.query(`alter table playground_draft_task drop column error_params`)
  }
}
