import type { DraftUsage } from "../../../ports"
import { queryRows, type Db } from "../../../persistence/db"

export interface DraftRow {
  id: string
  campaign_lead_id: string
  variant_label: string
  subject: string
  body: string
  generated_at: Date
  prompt_version_hash: string
  model: string | null
  usage: DraftUsage | null
  latency_ms: number
  lead_fingerprint: string
  flags: string[]
}

/** The drafts of a batch with their whole text, in lead order. */
export async function listDrafts(
  db: Db,
  input: { batch_id: string; offset: number; limit: number }
): Promise<DraftRow[]> {
  return queryRows<DraftRow>(
    db,
    `select task.id, task.campaign_lead_id, task.variant_label, task.subject, task.body,
            task.completed_at as generated_at, task.prompt_version_hash, task.model, task.usage,
            task.latency_ms, task.lead_fingerprint, task.flags
       from playground_draft_task as task
      where task.batch_id = $1 and task.status = 'succeeded'
      order by task.position offset $2 limit $3`,
    [input.batch_id, input.offset, input.limit]
  )
}

/** How many drafts a batch holds. */
export async function countDrafts(db: Db, batchId: string): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    `select count(*)::integer as count from playground_draft_task as task
      where task.batch_id = $1 and task.status = 'succeeded'`,
    [batchId]
  )
  return row?.count ?? 0
}
