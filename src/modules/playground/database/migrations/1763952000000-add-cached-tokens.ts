import type { MigrationInterface, QueryRunner } from "typeorm"

/** How many of a task's input tokens came from the provider's cache, over all its attempts. */
export class AddCachedTokens1763952000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table playground_draft_task
        add column spent_cached_input_tokens bigint not null default 0,
        add constraint playground_draft_task_spent_cached
          check (spent_cached_input_tokens between 0 and spent_input_tokens)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table playground_draft_task drop column spent_cached_input_tokens`)
  }
}
