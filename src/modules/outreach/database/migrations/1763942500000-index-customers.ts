import type { MigrationInterface, QueryRunner } from "typeorm"

/** Finds the lead of one of the host's customers: every import of a customer group looks for each. */
export class IndexCustomers1763942500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index outreach_campaign_lead_customer
        on outreach_campaign_lead (campaign_id, customer_id) where customer_id is not null`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index outreach_campaign_lead_customer`)
  }
}
