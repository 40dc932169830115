import { queryRows, type Db } from "../../../../persistence/db"
import type { Lease } from "./claim-tasks"

/**
 * Extends the leases that are still held and answers their tokens. One that is missing was cancelled
 * or taken over: its holder stops.
 *
 * The only commit that is not waited for until it is on disk: a renewal that a crash of the server
 * takes back makes the lease as long as it was before, and guards as well as one that ran out.
 */
export async function renewLeases(
  db: Db,
  input: { leases: readonly Lease[]; leaseMs: number }
): Promise<{ lease_token: string }[]> {
  return queryRows<{ lease_token: string }>(
    db,
    `with commit_mode as materialized (
       select set_config('synchronous_commit', 'off', true)
     ), locked as (
       select task.id from playground_draft_task as task cross join commit_mode
        where task.id = any ($1::uuid[]) order by task.id for no key update of task
     )
     update playground_draft_task as task
        set lease_until = now() + $3 * interval '1 millisecond'
       from locked
       join unnest($1::uuid[], $2::uuid[]) as lease (task_id, token) on lease.task_id = locked.id
      where task.id = locked.id and task.status = 'running' and task.lease_token = lease.token
     returning task.lease_token`,
    [
      input.leases.map((lease) => lease.task_id),
      input.leases.map((lease) => lease.lease_token),
      input.leaseMs,
    ]
  )
}
