import type { LeadSnapshot, StepSnapshot } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"
import type { DraftTaskStatus } from "../../state-machine"

/** A draft task with all that an approval takes over from it. */
export interface ReviewableDraftRow {
  id: string
  batch_id: string
  step_index: number
  campaign_lead_id: string
  status: DraftTaskStatus
  /** Null unless succeeded, like `body`. */
  subject: string | null
  body: string | null
  variant_label: string
  lead_snapshot: LeadSnapshot
  lead_fingerprint: string
  step_snapshot: StepSnapshot
  prompt_version_hash: string
  generator: string
  model: string | null
  latency_ms: number | null
  rejected_at: Date | null
  /** Its lead is none of the campaign's: it is for nobody. */
  is_test: boolean
}

/**
 * Those of these draft tasks that are the campaign's (of one batch, unless that is null), locked until
 * the transaction ends: meanwhile nobody rejects them, and the sweeper passes over their batches.
 *
 * Two statements on purpose: the second one sees the rejection that the lock made us wait for.
 */
export async function listReviewableDrafts(
  transaction: Db,
  input: { campaign_id: string; batch_id: string | null; draft_ids: readonly string[] }
): Promise<ReviewableDraftRow[]> {
  const locked = await queryRows<{ id: string }>(
    transaction,
    `select task.id
       from playground_draft_task as task
       join playground_draft_batch as batch on batch.id = task.batch_id
      where task.id = any ($3::uuid[]) and batch.campaign_id = $1
        and ($2::uuid is null or task.batch_id = $2)
      order by task.id for share of task for key share of batch`,
    [input.campaign_id, input.batch_id, input.draft_ids]
  )
  return queryRows<ReviewableDraftRow>(
    transaction,
    `select draft.id, draft.batch_id, batch.step_index, draft.campaign_lead_id, draft.status,
            draft.subject, draft.body, draft.variant_label, draft.lead_snapshot,
            draft.lead_fingerprint, batch.step_snapshot, draft.prompt_version_hash, batch.generator,
            coalesce(draft.model, batch.model) as model, draft.latency_ms, draft.rejected_at,
            batch.test_set_id is not null as is_test
       from playground_draft as draft
       join playground_draft_batch as batch on batch.id = draft.batch_id
      where draft.id = any ($1::uuid[])
      order by draft.id`,
    [locked.map(({ id }) => id)]
  )
}
