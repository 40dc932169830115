import { queryRows, type Db } from "../../../../persistence/db"
import type { Lease } from "./claim-tasks"

/**
 * Extends the leases that are still held and answers their tokens. One that is missing was cancelled
 * or taken over: its holder stops.
 */
export async function renewLeases(
  db: Db,
  input: { leases: readonly Lease[]; leaseMs: number }
): Promise<{ lease_token: string }[]> {
  return queryRows<{ lease_token: string }>(
    db,
    `with locked as (
       select task.id from playground_draft_task as task
        where task.id = any ($1::uuid[]) order by task.id for no key update
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
