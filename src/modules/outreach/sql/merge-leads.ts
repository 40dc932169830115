import { queryRows, type Db } from "../../../persistence/db"
import type { CampaignLeadInput } from "../types/dtos"

/** A given lead that the campaign has already. */
export interface MergedLeadRow {
  /** Place in the input, from 0. */
  place: number
  id: string
  is_changed: boolean
}

/**
 * Brings the leads of a campaign up to date, and answers which of the given ones it has: by the
 * customer's id, else by the address. What is given replaces what the lead has, attributes one by one;
 * what is null or absent stays. Variants are not touched. Of two that are one lead the first counts.
 *
 * A new address is taken over unless another lead has it, so that two leads never trade theirs.
 *
 * @param input.isDryRun only tell what would be changed
 */
export async function mergeLeads(
  db: Db,
  input: { campaign_id: string; leads: readonly CampaignLeadInput[]; isDryRun: boolean }
): Promise<MergedLeadRow[]> {
  const { campaign_id, leads, isDryRun } = input
  return queryRows<MergedLeadRow>(
    db,
    `with given as (
       select given.*, row_number() over (partition by lower(email) order by place) = 1 as is_first
         from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                     $8::text[], $9::text[])
              with ordinality as given
              (customer_id, email, first_name, last_name, company, title, email_consent, attributes,
               place)
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
              coalesce(matched.title, lead.title) as title,
              coalesce(matched.email_consent, lead.email_consent) as email_consent,
              lead.attributes || matched.attributes::jsonb as attributes,
              case when matched.is_first and lower(matched.email) <> lower(lead.email)
                    and not exists (
                      select from outreach_campaign_lead as other
                       where other.campaign_id = $1 and lower(other.email) = lower(matched.email))
                   then matched.email else lead.email end as email
         from matched join outreach_campaign_lead as lead on lead.id = matched.id
        where matched.counts
     ), differing as (
       select fresh.* from fresh join outreach_campaign_lead as lead on lead.id = fresh.id
        where (lead.customer_id, lead.first_name, lead.last_name, lead.company, lead.title,
               lead.email_consent, lead.email, lead.attributes)
              is distinct from
              (fresh.customer_id, fresh.first_name, fresh.last_name, fresh.company, fresh.title,
               fresh.email_consent, fresh.email, fresh.attributes)
     ), changed as (
       update outreach_campaign_lead as lead
          set customer_id = fresh.customer_id, first_name = fresh.first_name,
              last_name = fresh.last_name, company = fresh.company, title = fresh.title,
              email_consent = fresh.email_consent, email = fresh.email,
              attributes = fresh.attributes, updated_at = now()
         from differing as fresh
        where lead.id = fresh.id and not $10::boolean
     )
     select (matched.place - 1)::integer as place, matched.id,
            matched.counts and differing.id is not null as is_changed
       from matched left join differing on differing.id = matched.id
      order by matched.place`,
    [
      campaign_id,
      leads.map((lead) => lead.customer_id ?? null),
      leads.map((lead) => lead.email),
      leads.map((lead) => lead.first_name ?? null),
      leads.map((lead) => lead.last_name ?? null),
      leads.map((lead) => lead.company ?? null),
      leads.map((lead) => lead.title ?? null),
      leads.map((lead) => lead.email_consent ?? null),
      leads.map((lead) => JSON.stringify(lead.attributes ?? {})),
      isDryRun,
    ]
  )
}
