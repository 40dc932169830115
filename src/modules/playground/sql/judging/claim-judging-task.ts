import type { LeadSnapshot } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"
import type { SpendCaps } from "../transitions/cap-batches"
import type { Lease } from "../transitions/claim-tasks"
import { reachedCap } from "./judging-spend"

export interface ClaimJudgingInput extends Lease, SpendCaps {
  /** Tasks of another version are another judge's. */
  judge_version: string
  leaseMs: number
  /** A task whose workers were lost this often is left to the reconciler, which fails it. */
  maxLostWorkers: number
}

export interface ClaimedJudgingRow extends Lease {
  batch_id: string
  draft_id: string
  /** Of a comparison whose pair is judged, `draft_id` shown first; null: the draft by itself. */
  pair_id: string | null
  attempt: number
  error_count: number
  rate_limit_count: number
}

/**
 * Takes the lease of a judging task. Null when it is judged, cancelled, not due, given up, held by a live
 * worker, of another version, or of a batch that has used what a batch may use.
 */
export async function claimJudgingTask(
  db: Db,
  input: ClaimJudgingInput
): Promise<ClaimedJudgingRow | null> {
  const [row] = await queryRows<ClaimedJudgingRow>(
    db,
    `update playground_judging_task as judging
        set status = 'running', attempt = judging.attempt + 1, lease_token = $2,
            lease_until = now() + $3 * interval '1 millisecond'
      where judging.id = $1
        and judging.judge_version = $5
        and judging.attempt - judging.error_count < $4
        and judging.next_run_at <= now()
        and (judging.status = 'pending'
             or (judging.status = 'running' and judging.lease_until < now()))
        and ${reachedCap("$6", "$7")} is null
     returning judging.id as task_id, judging.lease_token, judging.batch_id, judging.draft_id,
               judging.pair_id, judging.attempt, judging.error_count, judging.rate_limit_count`,
    [
      input.task_id,
      input.lease_token,
      input.leaseMs,
      input.maxLostWorkers,
      input.judge_version,
      input.maxTokens,
      input.maxCost,
    ]
  )
  return row ?? null
}

/** Extends the leases that are still held and answers their tokens. */
export async function renewJudgingLeases(
  db: Db,
  input: { leases: readonly Lease[]; leaseMs: number }
): Promise<{ lease_token: string }[]> {
  return queryRows<{ lease_token: string }>(
    db,
    `with locked as (
       select judging.id from playground_judging_task as judging
        where judging.id = any ($1::uuid[]) order by judging.id for update
     )
     update playground_judging_task as judging
        set lease_until = now() + $3 * interval '1 millisecond'
       from locked
       join unnest($1::uuid[], $2::uuid[]) as lease (task_id, token) on lease.task_id = locked.id
      where judging.id = locked.id and judging.status = 'running'
        and judging.lease_token = lease.token
     returning judging.lease_token`,
    [
      input.leases.map((lease) => lease.task_id),
      input.leases.map((lease) => lease.lease_token),
      input.leaseMs,
    ]
  )
}

/** What a judge is told of a draft, beside what its whole batch has in common. */
export interface JudgedDraftRow {
  subject: string
  body: string
  variant_label: string
  lead_snapshot: LeadSnapshot
}

/** Null when the draft was deleted. */
export async function retrieveDraftToJudge(
  db: Db,
  draftId: string
): Promise<JudgedDraftRow | null> {
  const [row] = await queryRows<JudgedDraftRow>(
    db,
    `select task.subject, task.body, task.variant_label, task.lead_snapshot
       from playground_draft as task where task.id = $1 and task.status = 'succeeded'`,
    [draftId]
  )
  return row ?? null
}
