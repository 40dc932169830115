import { queryRows, type Db } from "../../../persistence/db"

export interface SampledLeadRow {
  id: string
  sample_key: string
}

const KEY = `outreach_sample_key(lead.position) collate "C"`

/** SQL: the lead with the smallest key behind `after`. */
const nextBehind = (after: string) =>
  `select lead.id, ${KEY} as sample_key from outreach_campaign_lead as lead
    where lead.campaign_id = $1 and ${KEY} > ${after} and ($4::text is null or ${KEY} <= $4)
    order by ${KEY} limit 1`

/**
 * Leads of the step's personalised variants whose sample key lies behind `after` and up to `until`
 * (null: the last), in the order of their keys. See the migration `index-samples`.
 *
 * From lead to lead, each the next in the index, until there are enough: Postgres goes no further into
 * a recursive query than its rows are asked for. Among 100,000 leads that is some ms, whatever the
 * planner knows. Asked in one piece it sorts all of them, 770 ms while an import is too new for
 * statistics, or joins all of them, 1,270 ms once it has some. `offset 0` keeps it a look for each lead.
 */
export async function listSampledLeads(
  db: Db,
  input: {
    campaign_id: string
    step_index: number
    after: string
    until: string | null
    limit: number
  }
): Promise<SampledLeadRow[]> {
  return queryRows<SampledLeadRow>(
    db,
    `with recursive ring as (
       (${nextBehind("$3::text")})
       union all
       select behind.id, behind.sample_key
         from ring cross join lateral (${nextBehind("ring.sample_key")}) as behind
     )
     select ring.id, ring.sample_key from ring
      where exists (
              select from outreach_lead_assignment as assignment
                join outreach_step_variant as variant
                  on variant.campaign_id = $1 and variant.step_index = $2
                 and variant.label = assignment.variant_label and variant.type = 'PERSONALIZATION'
               where assignment.campaign_lead_id = ring.id and assignment.step_index = $2
              offset 0)
      limit $5`,
    [input.campaign_id, input.step_index, input.after, input.until, input.limit]
  )
}
