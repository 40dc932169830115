import { queryRows, type Db } from "../../../../persistence/db"

export interface CampaignChecksRow {
  checks: unknown
  updated_by: string
  updated_at: Date
}

/** Null when nobody has set any. */
export async function retrieveChecks(
  db: Db,
  campaign_id: string
): Promise<CampaignChecksRow | null> {
  const [row] = await queryRows<CampaignChecksRow>(
    db,
    `select checked.checks, checked.updated_by, checked.updated_at
       from playground_check_set as checked where checked.campaign_id = $1`,
    [campaign_id]
  )
  return row ?? null
}

/** The campaign's checks in place of those before. */
export async function replaceChecks(
  db: Db,
  input: { campaign_id: string; checks: readonly unknown[]; updated_by: string }
): Promise<void> {
  await queryRows(
    db,
    `insert into playground_check_set (campaign_id, checks, updated_by) values ($1, $2::jsonb, $3)
     on conflict (campaign_id) do update
        set checks = excluded.checks, updated_by = excluded.updated_by,
            updated_at = clock_timestamp()`,
    [input.campaign_id, JSON.stringify(input.checks), input.updated_by]
  )
}

export interface CheckedDraftRow {
  id: string
  campaign_lead_id: string
  subject: string
  body: string
  company: string | null
}

/** All drafts of a batch with what checks need of their leads, in lead order: 200 at most. */
export async function listCheckedDrafts(db: Db, batch_id: string): Promise<CheckedDraftRow[]> {
  return queryRows<CheckedDraftRow>(
    db,
    `select task.id, task.campaign_lead_id, task.subject, task.body,
            task.lead_snapshot ->> 'company' as company
       from playground_draft as task
      where task.batch_id = $1 and task.status = 'succeeded'
      order by task.position`,
    [batch_id]
  )
}
