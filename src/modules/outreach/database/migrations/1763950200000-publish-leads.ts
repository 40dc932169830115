import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * The two views by which a campaign source lets its leads be sent to: `CampaignSource` in `src/ports`
 * says what each column means. A lead can be locked through its view, together with its campaign; the
 * campaign comes first, as everywhere.
 */
export class PublishLeads1763950200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view outreach_sendable_lead as
      select campaign.id as campaign_id, lead.id as campaign_lead_id, step.step_index,
             step.delay_days, campaign.status = 'active' as is_active, lead.email,
             nullif(concat_ws(' ', lead.first_name, lead.last_name), '') as name,
             lead.email_consent,
             coalesce(lead.attributes ->> 'language', lead.attributes ->> 'locale') as language
        from outreach_campaign as campaign
        join outreach_campaign_lead as lead on lead.campaign_id = campaign.id
        join outreach_campaign_step as step on step.campaign_id = campaign.id
       where step.channel = 'email'`)
    await db.query(`
      create view outreach_sendable_sender as
      select profile.id::text as sender_profile_id, profile.sender_data ->> 'name' as name,
             profile.sender_data ->> 'email' as email
        from outreach_sender_profile as profile`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view outreach_sendable_sender`)
    await db.query(`drop view outreach_sendable_lead`)
  }
}
