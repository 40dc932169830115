import { queryRows, type Db } from "../../../../persistence/db"
import type { DraftTaskStatus } from "../../state-machine"

export interface RejectDraftsInput {
  campaign_id: string
  batch_id: string
  /** 1 to 200, none twice. */
  draft_ids: readonly string[]
  rejected_by: string
  reason: string | null
}

export interface LockedDraftRow {
  id: string
  status: DraftTaskStatus
  is_rejected: boolean
}

/** Takes the row locks of those of these drafts that are the batch's; approvals of them wait. */
export async function lockDrafts(
  transaction: Db,
  input: Pick<RejectDraftsInput, "campaign_id" | "batch_id" | "draft_ids">
): Promise<LockedDraftRow[]> {
  return queryRows<LockedDraftRow>(
    transaction,
    `select task.id, task.status, task.rejected_at is not null as is_rejected
       from playground_draft_task as task
      where task.id = any ($3::uuid[]) and task.campaign_id = $1 and task.batch_id = $2
      order by task.id for no key update`,
    [input.campaign_id, input.batch_id, input.draft_ids]
  )
}

/**
 * Turns drafts down, writes the history, and answers which; one is missing that is none, is rejected
 * already, or is the approved e-mail of its lead. Must run inside a transaction that holds their row
 * locks, which `lockDrafts` takes: as one statement it would not see approvals that it had waited for.
 */
export async function rejectDrafts(
  transaction: Db,
  input: RejectDraftsInput
): Promise<{ draft_id: string }[]> {
  return queryRows<{ draft_id: string }>(
    transaction,
    `with rejected as (
       update playground_draft_task as task
          set rejected_at = clock_timestamp(), rejected_by = $4, reject_reason = $5
        where task.id = any ($3::uuid[]) and task.campaign_id = $1 and task.batch_id = $2
          and task.status = 'succeeded' and task.rejected_at is null
          and not exists (
            select from playground_approved_email as entry where entry.draft_id = task.id)
       returning task.id, task.campaign_lead_id, task.batch_id
     )
     insert into playground_review_event
       (campaign_id, campaign_lead_id, step_index, action, actor, draft_id, batch_id, reason)
     select $1::uuid, rejected.campaign_lead_id, batch.step_index, 'reject', $4::text, rejected.id,
            rejected.batch_id, $5::text
       from rejected join playground_draft_batch as batch on batch.id = rejected.batch_id
     returning draft_id`,
    [input.campaign_id, input.batch_id, input.draft_ids, input.rejected_by, input.reason]
  )
}
