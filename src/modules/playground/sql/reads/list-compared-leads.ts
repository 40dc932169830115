import { queryRows, type Db } from "../../../../persistence/db"

/**
 * A page of the leads of two batches: in the order of the first, then those that only the second has.
 * Answers how many there are in all as well.
 */
export async function listComparedLeads(
  db: Db,
  input: { batch_ids: readonly [string, string]; offset: number; limit: number }
): Promise<{ lead_ids: string[]; count: number }> {
  const [row] = await queryRows<{ lead_ids: string[]; count: number }>(
    db,
    `with lead as (
       select task.campaign_lead_id as id,
              min(task.position) filter (where task.batch_id = $1) as first_place,
              min(task.position) filter (where task.batch_id = $2) as second_place
         from playground_draft as task
        where task.batch_id in ($1, $2)
        group by task.campaign_lead_id
     ), page as (
       select lead.* from lead
        order by lead.first_place nulls last, lead.second_place offset $3 limit $4
     )
     select (select count(*) from lead)::integer as count,
            array(select page.id from page
                   order by page.first_place nulls last, page.second_place) as lead_ids`,
    [...input.batch_ids, input.offset, input.limit]
  )
  return row ?? { lead_ids: [], count: 0 }
}
