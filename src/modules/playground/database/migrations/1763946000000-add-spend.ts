import type { MigrationInterface, QueryRunner } from "typeorm"

/** What each task has cost so far, over all its attempts, and which cap ended a batch. */
export class AddSpend1763946000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table playground_draft_task
        add column spent_input_tokens bigint not null default 0,
        add column spent_output_tokens bigint not null default 0,
        add column spent_cost double precision,
        add constraint playground_draft_task_spent
          check (spent_input_tokens >= 0 and spent_output_tokens >= 0 and spent_cost >= 0)`)
    await db.query(`
      update playground_draft_task
         set spent_input_tokens = (usage ->> 'input_tokens')::bigint,
             spent_output_tokens = (usage ->> 'output_tokens')::bigint
       where usage is not null`)
    await db.query(`
      alter table playground_draft_batch
        add column cap_reached text,
        add constraint playground_draft_batch_cap_reached check (cap_reached in ('tokens', 'cost'))`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table playground_draft_batch drop column cap_reached`)
    await db.query(`
      alter table playground_draft_task
        drop column spent_input_tokens, drop column spent_output_tokens, drop column spent_cost`)
  }
}
