import type { MigrationInterface, QueryRunner } from "typeorm"

/** A variant that is written per lead may have a prompt of its own, so that a split tests something. */
export class AddVariantPrompts1763955000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table outreach_step_variant
        add column prompt text,
        add constraint outreach_step_variant_prompt
          check (prompt is null or (type = 'PERSONALIZATION' and length(prompt) <= 32000))`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table outreach_step_variant drop column prompt`)
  }
}
