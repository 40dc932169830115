import { queryRows, type Db } from "../../../persistence/db"
import type { CustomerLeadInput } from "../types/dtos"

/** A customer whom the campaign has already. */
export interface RefreshedLeadRow {
  /** Place in the input, from 0. */
  place: number
  id: string
  is_changed: boolean
}

/**
 * Brings the leads that these customers are up to date, and answers which customers have a lead: by
 * their id, else by their address. What the customer has replaces what the lead has, attributes one
 * by one; what the customer lacks stays. Variants are not touched. Of two customers that are one lead
 * the first counts.
 *
 * A new address is taken over unless another lead has it, so that two leads never trade theirs.
 */
export async function refreshLeads(
  db: Db,
  input: { campaign_id: string; customers: readonly CustomerLeadInput[] }
): Promise<RefreshedLeadRow[]> {
  const { campaign_id, customers } = input
  return queryRows<RefreshedLeadRow>(
    db,
    `with given as (
       select given.*, row_number() over (partition by lower(email) order by place) = 1 as is_first
         from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
              with ordinality as given
              (customer_id, email, first_name, last_name, company, attributes, place)
     ), matched as (
       select given.*, lead.id,
              row_number() over (partition by lead.id order by given.place) = 1 as counts
         from given cross join lateral (
           select lead.id from outreach_campaign_lead as lead
            where lead.campaign_id = $1
              and (lead.customer_id = given.customer_id or lower(lead.email) = lower(given.email))
            order by lead.customer_id is not distinct from given.customer_id desc, lead.position
            limit 1
         ) as lead
     ), fresh as (
       select lead.id, coalesce(lead.customer_id, matched.customer_id) as customer_id,
              coalesce(matched.first_name, lead.first_name) as first_name,
              coalesce(matched.last_name, lead.last_name) as last_name,
              coalesce(matched.company, lead.company) as company,
              lead.attributes || matched.attributes::jsonb as attributes,
              case when matched.is_first and lower(matched.email) <> lower(lead.email)
                    and not exists (
                      select from outreach_campaign_lead as other
                       where other.campaign_id = $1 and lower(other.email) = lower(matched.email))
                   then matched.email else lead.email end as email
         from matched join outreach_campaign_lead as lead on lead.id = matched.id
        where matched.counts
     ), changed as (
       update outreach_campaign_lead as lead
          set customer_id = fresh.customer_id, first_name = fresh.first_name,
              last_name = fresh.last_name, company = fresh.company, email = fresh.email,
              attributes = fresh.attributes, updated_at = now()
         from fresh
        where lead.id = fresh.id
          and (lead.customer_id, lead.first_name, lead.last_name, lead.company, lead.email,
               lead.attributes)
              is distinct from
              (fresh.customer_id, fresh.first_name, fresh.last_name, fresh.company, fresh.email,
               fresh.attributes)
       returning lead.id
     )
     select (matched.place - 1)::integer as place, matched.id,
            matched.counts and changed.id is not null as is_changed
       from matched left join changed on changed.id = matched.id
      order by matched.place`,
    [
      campaign_id,
      customers.map((customer) => customer.customer_id),
      customers.map((customer) => customer.email),
      customers.map((customer) => customer.first_name),
      customers.map((customer) => customer.last_name),
      customers.map((customer) => customer.company),
      customers.map((customer) => JSON.stringify(customer.attributes)),
    ]
  )
}
