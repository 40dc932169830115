import type { MigrationInterface, QueryRunner } from "typeorm"

/** What ended batches come to with each of their prompts, so that looking at a prompt does not read every draft of it. */
export class SumUpBatches1763953200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table playground_batch_summary (
        batch_id uuid not null references playground_draft_batch (id) on delete cascade,
        prompt_version_hash text not null,
        drafts jsonb not null,
        latencies integer[] not null,
        primary key (batch_id, prompt_version_hash)
      )`)
    await db.query(`
      create index playground_draft_batch_ended
        on playground_draft_batch (id) where status <> 'running'`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index playground_draft_batch_ended`)
    await db.query(`drop table playground_batch_summary`)
  }
}
