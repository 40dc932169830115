import { queryRows, type Db } from "../../../src/persistence/db"

export const CAMPAIGN = "11111111-1111-4111-8111-111111111111"
const SENDER = "22222222-2222-4222-8222-222222222222"

/** A campaign with a step, a sender and two leads, in the columns that the first release had. */
export async function fillOutreach(db: Db): Promise<void> {
  await queryRows(
    db,
    `insert into outreach_sender_profile (id, profile_name, sender_data, is_default)
     values ($1, 'Mira', '{"name": "Mira"}', true)`,
    [SENDER]
  )
  await queryRows(
    db,
    `insert into outreach_campaign (id, name, status, system_prompt, sender_profile_id, promotion_campaign_id)
     values ($1, 'Autumn', 'active', 'Hello {{ lead.first_name }}', $2, 'procamp_1')`,
    [CAMPAIGN, SENDER]
  )
  await queryRows(
    db,
    `insert into outreach_campaign_step (campaign_id, step_index, delay_days, channel)
     values ($1, 1, 0, 'email')`,
    [CAMPAIGN]
  )
  await queryRows(
    db,
    `insert into outreach_step_variant (campaign_id, step_index, label, position, weight, type)
     values ($1, 1, 'A', 0, 1, 'PERSONALIZATION')`,
    [CAMPAIGN]
  )
  await queryRows(
    db,
    `with lead as (
       insert into outreach_campaign_lead (campaign_id, email, first_name, customer_id, attributes)
       values ($1, 'ada@example.com', 'Ada', 'cus_1', '{"orders": 3}'),
              ($1, 'grace@example.com', 'Grace', null, '{}')
       returning id, position
     )
     insert into outreach_lead_assignment (campaign_lead_id, step_index, campaign_id, variant_label, position)
     select id, 1, $1, 'A', position from lead`,
    [CAMPAIGN]
  )
}
