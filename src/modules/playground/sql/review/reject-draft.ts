import { queryRows, type Db } from "../../../../persistence/db"

export interface RejectDraftInput {
  campaign_id: string
  draft_id: string
  rejected_by: string
  reason: string | null
}

/** Takes the draft's row lock, which an approval of it waits for. Null: not the campaign's. */
export async function lockDraft(
  transaction: Db,
  input: Pick<RejectDraftInput, "campaign_id" | "draft_id">
): Promise<{ batch_id: string; is_test: boolean } | null> {
  const [draft] = await queryRows<{ batch_id: string; is_test: boolean }>(
    transaction,
    `select task.batch_id, batch.test_set_id is not null as is_test
       from playground_draft_task as task
       join playground_draft_batch as batch on batch.id = task.batch_id
      where task.id = $1 and batch.campaign_id = $2 for no key update of task`,
    [input.draft_id, input.campaign_id]
  )
  return draft ?? null
}

/**
 * Turns a draft down and writes the history; false when it is none, is rejected already, or is the
 * approved e-mail of its lead. Must run inside a transaction that holds the draft's row lock, which
 * `lockDraft` takes: as one statement it would not see the approval that it had waited for.
 */
export async function rejectDraft(transaction: Db, input: RejectDraftInput): Promise<boolean> {
  const rejected = await queryRows(
    transaction,
    `with rejected as (
       insert into playground_draft_rejection
         (task_id, campaign_id, step_index, prompt_version_hash, rejected_by, reason)
       select draft.id, draft.campaign_id, batch.step_index, draft.prompt_version_hash, $3, $4
         from playground_draft as draft
         join playground_draft_batch as batch on batch.id = draft.batch_id
        where draft.id = $1 and draft.campaign_id = $2 and draft.status = 'succeeded'
          and draft.rejected_at is null
          and not exists (
            select from playground_approved_email as entry where entry.draft_id = draft.id)
       returning task_id, step_index
     )
     insert into playground_review_event
       (campaign_id, campaign_lead_id, step_index, action, actor, draft_id, batch_id, reason)
     select $2::uuid, draft.campaign_lead_id, rejected.step_index, 'reject', $3::text, draft.id,
            draft.batch_id, $4::text
       from rejected join playground_draft as draft on draft.id = rejected.task_id
     returning id`,
    [input.draft_id, input.campaign_id, input.rejected_by, input.reason]
  )
  return rejected.length > 0
}
