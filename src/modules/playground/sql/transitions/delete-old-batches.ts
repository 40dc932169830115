import { queryRows, type Db } from "../../../../persistence/db"

/**
 * Deletes up to `limit` batches that ended more than `retentionDays` ago and hold no approved draft,
 * with their tasks, oldest first, and answers them. Several processes may run it at once: each batch goes to one of them.
 */
export async function deleteOldBatches(
  db: Db,
  input: { retentionDays: number; limit: number }
): Promise<{ id: string }[]> {
  return queryRows<{ id: string }>(
    db,
    `with old as (
       select batch.id from playground_draft_batch as batch
        where batch.status <> 'running' and batch.created_at < now() - $1 * interval '1 day'
          and coalesce(batch.finished_at, batch.cancelled_at) < now() - $1 * interval '1 day'
          and not exists (
            select from playground_approved_email as entry
              join playground_draft_task as task on task.id = entry.draft_id
             where task.batch_id = batch.id)
        order by batch.created_at limit $2 for update skip locked
     ), forgotten as (
       delete from playground_draft_frontier as frontier
        where frontier.campaign_id in (
          select batch.campaign_id from playground_draft_batch as batch join old on old.id = batch.id)
     )
     delete from playground_draft_batch as batch using old
      where batch.id = old.id returning batch.id`,
    [input.retentionDays, input.limit]
  )
}
