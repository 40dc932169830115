import { queryRows, type Db } from "../../../persistence/db"
import { ASSIGN_VARIANT } from "./assign-variant"

/**
 * Assigns a variant wherever a lead of the campaign has none for a step, and anew where its variant
 * is gone. Whoever has one keeps it: changed weights move nobody. For after the steps were changed.
 */
export async function assignMissing(db: Db, campaignId: string): Promise<void> {
  await queryRows(
    db,
    `delete from outreach_lead_assignment as assignment
      where assignment.campaign_id = $1
        and not exists (
          select from outreach_step_variant as variant
           where variant.campaign_id = $1 and variant.step_index = assignment.step_index
             and variant.label = assignment.variant_label)`,
    [campaignId]
  )
  await queryRows(
    db,
    `insert into outreach_lead_assignment
       (campaign_lead_id, step_index, campaign_id, variant_label, position)
     select lead.id, chosen.step_index, $1::uuid, chosen.label, lead.position
       from outreach_campaign_lead as lead
      cross join lateral (${ASSIGN_VARIANT}) as chosen
      where lead.campaign_id = $1
     on conflict (campaign_lead_id, step_index) do nothing`,
    [campaignId]
  )
}
