import type { CustomerFacts, DraftUsage } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"
import type { DraftFlag } from "../../entities/draft-flag"
import type { ReviewStatus } from "../../state-machine"

/** A draft with its whole text and how it was reviewed. */
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
  /** What a reviewer should look at; empty for most. */
  flags: DraftFlag[]
  /** `approved`: the lead's approved e-mail of this step was approved from this draft. */
  review_status: ReviewStatus
  reviewed_at: Date | null
  /** The host's actor id. */
  reviewed_by: string | null
  reject_reason: string | null
  /** What the shop knew of the lead when the batch was made; null where it is no customer. */
  customer: CustomerFacts | null
}

const DRAFT = `select task.id, task.campaign_lead_id, task.variant_label, task.subject, task.body,
    task.completed_at as generated_at, task.prompt_version_hash, task.model, task.usage,
    task.latency_ms, task.lead_fingerprint, task.flags,
    case when entry.id is not null then 'approved'
         when task.rejected_at is not null then 'rejected' else 'pending' end as review_status,
    coalesce(entry.approved_at, task.rejected_at) as reviewed_at,
    coalesce(entry.approved_by, task.rejected_by) as reviewed_by, task.reject_reason,
    task.lead_snapshot -> 'customer' as customer
  from playground_draft as task
  left join playground_approved_email as entry on entry.draft_id = task.id`

/** The drafts of a batch with their whole text and how they were reviewed, in lead order. */
export async function listDrafts(
  db: Db,
  input: { batch_id: string; offset: number; limit: number }
): Promise<DraftRow[]> {
  return queryRows<DraftRow>(
    db,
    `${DRAFT} where task.batch_id = $1 and task.status = 'succeeded'
      order by task.position offset $2 limit $3`,
    [input.batch_id, input.offset, input.limit]
  )
}

/** The drafts that a batch holds for these leads, in no order. */
export async function listDraftsOfLeads(
  db: Db,
  input: { batch_id: string; lead_ids: readonly string[] }
): Promise<DraftRow[]> {
  return queryRows<DraftRow>(
    db,
    `${DRAFT} where task.batch_id = $1 and task.status = 'succeeded'
        and task.campaign_lead_id = any ($2::uuid[])`,
    [input.batch_id, input.lead_ids]
  )
}

/** One draft; null when the task has none. */
export async function retrieveDraft(db: Db, draftId: string): Promise<DraftRow | null> {
  const [draft] = await queryRows<DraftRow>(
    db,
    `${DRAFT} where task.id = $1 and task.status = 'succeeded'`,
    [draftId]
  )
  return draft ?? null
}

/** How many drafts a batch holds. */
export async function countDrafts(db: Db, batchId: string): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    `select count(*)::integer as count from playground_draft as task
      where task.batch_id = $1 and task.status = 'succeeded'`,
    [batchId]
  )
  return row?.count ?? 0
}
