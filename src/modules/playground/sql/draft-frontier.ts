import { queryRows, type Db } from "../../../persistence/db"
import { isDrafted } from "./reads/list-lead-standings"

/** Up to where a step's leads were looked through. */
export interface DraftFrontier {
  /** Cursor of the campaign source: every lead up to it has a draft, or is in `passed_over`. */
  after: string
  /** In lead order. */
  passed_over: string[]
}

interface FrontierKey {
  campaign_id: string
  step_index: number
  /** A step that has changed may have given leads another variant: then it starts again. */
  step_fingerprint: string
}

/** A frontier as it is now: who has a draft by now is counted, and not passed over any more. */
export interface StoredFrontier extends DraftFrontier {
  step_fingerprint: string
  drafted_count: number
}

/** Whatever the step was then: whoever asks compares its fingerprint, and need not know it before. */
export async function retrieveDraftFrontier(
  db: Db,
  key: Omit<FrontierKey, "step_fingerprint">
): Promise<StoredFrontier | null> {
  const [row] = await queryRows<StoredFrontier>(
    db,
    `select frontier.step_fingerprint, frontier.after, undrafted.ids as passed_over,
            cardinality(frontier.passed_over) - cardinality(undrafted.ids) as drafted_count
       from playground_draft_frontier as frontier
      cross join lateral (
        select array(select lead.id from unnest(frontier.passed_over) with ordinality as lead (id, place)
                      where not ${isDrafted("lead.id")} order by lead.place) as ids
      ) as undrafted
      where frontier.campaign_id = $1 and frontier.step_index = $2`,
    [key.campaign_id, key.step_index]
  )
  return row ?? null
}

export async function saveDraftFrontier(
  db: Db,
  { campaign_id, step_index, step_fingerprint, after, passed_over }: FrontierKey & DraftFrontier
): Promise<void> {
  await queryRows(
    db,
    `insert into playground_draft_frontier
       (campaign_id, step_index, step_fingerprint, after, passed_over)
     values ($1, $2, $3, $4, $5::uuid[])
     on conflict (campaign_id, step_index) do update
       set step_fingerprint = excluded.step_fingerprint, after = excluded.after,
           passed_over = excluded.passed_over`,
    [campaign_id, step_index, step_fingerprint, after, passed_over]
  )
}
