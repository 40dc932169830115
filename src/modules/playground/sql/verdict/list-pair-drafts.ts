import { queryRows, type Db } from "../../../../persistence/db"

export interface PairDraftsRow {
  pair_id: string
  campaign_lead_id: string
  first_id: string
  first_subject: string
  first_body: string
  second_id: string
  second_subject: string
  second_body: string
}

/** Both drafts of these pairs, in lead order. */
export async function listPairDrafts(db: Db, pair_ids: string[]): Promise<PairDraftsRow[]> {
  return queryRows<PairDraftsRow>(
    db,
    `select pair.id as pair_id, first.campaign_lead_id,
            first.id as first_id, first.subject as first_subject, first.body as first_body,
            second.id as second_id, second.subject as second_subject, second.body as second_body
       from playground_comparison_pair as pair
       join playground_draft as first on first.id = pair.first_draft_id
       join playground_draft as second on second.id = pair.second_draft_id
      where pair.id = any ($1::uuid[])
      order by first.position`,
    [pair_ids]
  )
}
