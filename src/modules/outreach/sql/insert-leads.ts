import { queryRows, type Db } from "../../../persistence/db"
import type { CampaignLeadInput } from "../types/dtos"
import { ASSIGN_VARIANT } from "./assign-variant"

/**
 * Adds leads to a campaign and assigns each of them one variant per step, in one statement. An e-mail
 * address that the campaign has already is passed over, whatever its case. Answers the ids of those
 * that were added, in their order.
 */
export async function insertLeads(
  db: Db,
  input: { campaign_id: string; leads: readonly CampaignLeadInput[] }
): Promise<{ id: string }[]> {
  return queryRows<{ id: string }>(
    db,
    `with lead as (
       insert into outreach_campaign_lead
         (campaign_id, email, first_name, last_name, company, title, customer_id, email_consent,
          attributes)
       select $1::uuid, given.email, given.first_name, given.last_name, given.company, given.title,
              given.customer_id, coalesce(given.email_consent, 'unknown'), given.attributes::jsonb
         from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                     $8::text[], $9::text[])
              with ordinality as given
              (email, first_name, last_name, company, title, customer_id, email_consent, attributes,
               place)
        order by given.place
       on conflict (campaign_id, lower(email)) do nothing
       returning id, position
     ), assigned as (
       insert into outreach_lead_assignment
         (campaign_lead_id, step_index, campaign_id, variant_label, position)
       select lead.id, chosen.step_index, $1::uuid, chosen.label, lead.position
         from lead cross join lateral (${ASSIGN_VARIANT}) as chosen
     )
     select lead.id from lead order by lead.position`,
    [
      input.campaign_id,
      input.leads.map((lead) => lead.email),
      input.leads.map((lead) => lead.first_name ?? null),
      input.leads.map((lead) => lead.last_name ?? null),
      input.leads.map((lead) => lead.company ?? null),
      input.leads.map((lead) => lead.title ?? null),
      input.leads.map((lead) => lead.customer_id ?? null),
      input.leads.map((lead) => lead.email_consent ?? null),
      input.leads.map((lead) => JSON.stringify(lead.attributes ?? {})),
    ]
  )
}
