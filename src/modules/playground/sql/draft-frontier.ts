import { queryRows, type Db } from "../../../persistence/db"

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

export async function retrieveDraftFrontier(
  db: Db,
  key: FrontierKey
): Promise<DraftFrontier | null> {
  const [row] = await queryRows<DraftFrontier>(
    db,
    `select frontier.after, frontier.passed_over from playground_draft_frontier as frontier
      where frontier.campaign_id = $1 and frontier.step_index = $2
        and frontier.step_fingerprint = $3`,
    [key.campaign_id, key.step_index, key.step_fingerprint]
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
