import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * Spreads a sample over a campaign without reading all of it. Sorted by their bit-reversed positions
 * (the van der Corput sequence), any run of neighbours lies evenly over the lead order, and new leads
 * move nobody.
 */
export class IndexSamples1763954000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function outreach_sample_key(lead_position bigint) returns text
        language sql immutable parallel safe
        return reverse(lead_position::bit(48)::text)`)
    await db.query(`
      create index outreach_campaign_lead_sample
        on outreach_campaign_lead (campaign_id, outreach_sample_key(position) collate "C")`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index outreach_campaign_lead_sample`)
    await db.query(`drop function outreach_sample_key(bigint)`)
  }
}
