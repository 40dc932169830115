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
  /** Its lead is none of the campaign's: it is for nobody. */
  is_test: boolean
}

/**
 * Takes the row locks of those of these drafts that are the batch's; approvals of them wait. Two
 * statements on purpose: the second one sees the rejections that the locks made us wait for.
 */
export async function lockDrafts(
  transaction: Db,
  input: Pick<RejectDraftsInput, "campaign_id" | "batch_id" | "draft_ids">
): Promise<LockedDraftRow[]> {
  const locked = await queryRows<{ id: string }>(
    transaction,
    `select task.id
       from playground_draft_task as task
       join playground_draft_batch as batch on batch.id = task.batch_id
      where task.id = any ($3::uuid[]) and batch.campaign_id = $1 and task.batch_id = $2
      order by task.id for no key update of task`,
    [input.campaign_id, input.batch_id, input.draft_ids]
  )
  return queryRows<LockedDraftRow>(
    transaction,
    `select draft.id, draft.status, draft.rejected_at is not null as is_rejected,
            batch.test_set_id is not null as is_test
       from playground_draft as draft
       join playground_draft_batch as batch on batch.id = draft.batch_id
      where draft.id = any ($1::uuid[])`,
    [locked.map(({ id }) => id)]
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
       insert into playground_draft_rejection
         (task_id, campaign_id, step_index, prompt_version_hash, rejected_by, reason)
       select draft.id, draft.campaign_id, batch.step_index, draft.prompt_version_hash, $4, $5
         from playground_draft as draft
         join playground_draft_batch as batch on batch.id = draft.batch_id
        where draft.id = any ($3::uuid[]) and draft.campaign_id = $1 and draft.batch_id = $2
          and draft.status = 'succeeded' and draft.rejected_at is null
          and not exists (
            select from playground_approved_email as entry where entry.draft_id = draft.id)
       returning task_id, step_index
     )
     insert into playground_review_event
       (campaign_id, campaign_lead_id, step_index, action, actor, draft_id, batch_id, reason)
     select $1::uuid, draft.campaign_lead_id, rejected.step_index, 'reject', $4::text, draft.id,
            draft.batch_id, $5::text
       from rejected join playground_draft as draft on draft.id = rejected.task_id
     returning draft_id`,
    [input.campaign_id, input.batch_id, input.draft_ids, input.rejected_by, input.reason]
  )
}
