import { queryRows, type Db } from "../../../../persistence/db"
import type { ReviewAction } from "../../state-machine"

export interface WithdrawApprovalsInput {
  campaign_id: string
  /** Null: of all leads. */
  campaign_lead_ids: readonly string[] | null
  /** Null: of all steps. */
  step_indices: readonly number[] | null
  /** Null: whatever they were approved from. @default null */
  draft_ids?: readonly string[] | null
  action: Extract<ReviewAction, "unapprove" | "reset">
  actor: string
  reason: string | null
}

export interface WithdrawnApprovalRow {
  campaign_lead_id: string
  step_index: number
  draft_id: string | null
}

/**
 * Takes up to `limit` of these approvals away, writes the history, and answers them; fewer than `limit`
 * when there are no more. Rows are locked in the order of steps, then leads, like every review's.
 */
export async function withdrawApprovals(
  db: Db,
  input: WithdrawApprovalsInput & { limit: number }
): Promise<WithdrawnApprovalRow[]> {
  return queryRows<WithdrawnApprovalRow>(
    db,
    `with locked as (
       select entry.id from playground_approved_email as entry
        where entry.campaign_id = $1
          and ($2::uuid[] is null or entry.campaign_lead_id = any ($2::uuid[]))
          and ($3::integer[] is null or entry.step_index = any ($3::integer[]))
          and ($8::uuid[] is null or entry.draft_id = any ($8::uuid[]))
        order by entry.step_index, entry.campaign_lead_id limit $7 for update
     ), withdrawn as (
       delete from playground_approved_email as entry using locked where entry.id = locked.id
       returning entry.campaign_lead_id, entry.step_index, entry.draft_id, entry.batch_id
     ), told as (
       insert into playground_review_event
         (campaign_id, campaign_lead_id, step_index, action, actor, draft_id, batch_id, reason)
       select $1::uuid, withdrawn.campaign_lead_id, withdrawn.step_index, $4::text, $5::text,
              withdrawn.draft_id, withdrawn.batch_id, $6::text
         from withdrawn
     )
     select withdrawn.campaign_lead_id, withdrawn.step_index, withdrawn.draft_id from withdrawn`,
    [
      input.campaign_id,
      input.campaign_lead_ids,
      input.step_indices,
      input.action,
      input.actor,
      input.reason,
      input.limit,
      input.draft_ids ?? null,
    ]
  )
}
