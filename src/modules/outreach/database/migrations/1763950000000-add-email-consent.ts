import type { MigrationInterface, QueryRunner } from "typeorm"

/** Whether a lead may be written to: nobody knows, it said so, or it said no. */
export class AddEmailConsent1763950000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table outreach_campaign_lead
        add column email_consent text not null default 'unknown',
        add constraint outreach_campaign_lead_email_consent
          check (email_consent in ('unknown', 'granted', 'withdrawn'))`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table outreach_campaign_lead drop column email_consent`)
  }
}
