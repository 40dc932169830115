import { queryRows, type Db } from "../src/persistence/db"

interface WriteDraftsInput {
  batch_id: string
  subject?: string
  body?: string
}

/** Gives every task of the batch a draft, whatever its state, as if a worker had written them. */
export async function writeDrafts(
  db: Db,
  { batch_id, subject = "S", body = "B" }: WriteDraftsInput
): Promise<void> {
  await queryRows(
    db,
    `with completed as (
       update playground_draft_task
          set status = 'succeeded', completed_at = now(), lease_token = null, lease_until = null
        where batch_id = $1 returning id
     )
     insert into playground_draft_result (task_id, subject, body, latency_ms, flags)
     select id, $2, $3, 1, '[]' from completed`,
    [batch_id, subject, body]
  )
}
