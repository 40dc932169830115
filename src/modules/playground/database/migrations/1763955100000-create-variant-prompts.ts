import type { MigrationInterface, QueryRunner } from "typeorm"

/** Prompts that a batch uses beside its own: those of variants. Each task names the one it has. */
export class CreateVariantPrompts1763955100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table playground_variant_prompt (
        batch_id uuid not null references playground_draft_batch (id) on delete cascade,
        prompt_version_hash text not null references playground_prompt_version (hash),
        primary key (batch_id, prompt_version_hash)
      )`)
    await db.query(`
      create index playground_variant_prompt_version
        on playground_variant_prompt (prompt_version_hash)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table playground_variant_prompt`)
  }
}
