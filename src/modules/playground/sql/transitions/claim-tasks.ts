import type { LeadSnapshot } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"

/** The right to write one task, as its holder proves it. */
export interface Lease {
  task_id: string
  lease_token: string
}

export interface ClaimTasksInput {
  leases: readonly Lease[]
  leaseMs: number
  /** A task whose workers were lost this often is left to the reconciler, which fails it. */
  maxLostWorkers: number
}

export interface ClaimedTaskRow extends Lease {
  batch_id: string
  attempt: number
  error_count: number
  rate_limit_count: number
  epoch: number
  variant_label: string
  prompt_version_hash: string
  lead_snapshot: LeadSnapshot
}

/**
 * Takes the leases that can be had and answers those tasks. One that is missing from the answer is
 * finished, cancelled, not due, given up, held by a live worker, or of a batch that has reached a cap or
 * has stopped: its job is acknowledged.
 *
 * Locks in id order, like every statement here that touches several tasks: two that meet wait for
 * each other instead of deadlocking.
 */
export async function claimTasks(db: Db, input: ClaimTasksInput): Promise<ClaimedTaskRow[]> {
  return queryRows<ClaimedTaskRow>(
    db,
    `with locked as (
       select task.id from playground_draft_task as task
        where task.id = any ($1::uuid[]) order by task.id for no key update
     )
     update playground_draft_task as task
        set status = 'running', attempt = task.attempt + 1, lease_token = lease.token,
            lease_until = now() + $3 * interval '1 millisecond'
       from locked
       join unnest($1::uuid[], $2::uuid[]) as lease (task_id, token) on lease.task_id = locked.id
       join playground_draft_input as input on input.task_id = locked.id
      where task.id = locked.id
        and task.attempt - task.error_count < $4
        and task.next_run_at <= now()
        and (task.status = 'pending' or (task.status = 'running' and task.lease_until < now()))
        and not exists (
              select from playground_draft_batch as batch
               where batch.id = task.batch_id
                 and (batch.cap_reached is not null or batch.stop_reason is not null))
     returning task.id as task_id, task.lease_token, task.batch_id, task.attempt, task.error_count,
               task.rate_limit_count, task.epoch, input.variant_label, input.prompt_version_hash,
               input.lead_snapshot`,
    [
      input.leases.map((lease) => lease.task_id),
      input.leases.map((lease) => lease.lease_token),
      input.leaseMs,
      input.maxLostWorkers,
    ]
  )
}
