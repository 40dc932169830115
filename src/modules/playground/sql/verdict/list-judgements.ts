import { queryRows, type Db } from "../../../../persistence/db"
import type { JudgementRow } from "./write-judgement"

/** A page of what people think of a batch's drafts, in lead order, then in the order of judging. */
export async function listJudgements(
  db: Db,
  input: { batch_id: string; offset: number; limit: number }
): Promise<JudgementRow[]> {
  return queryRows<JudgementRow>(
    db,
    `select judgement.*
       from playground_judgement as judgement
       join playground_draft as task on task.id = judgement.draft_id
      where task.batch_id = $1
      order by task.position, judgement.created_at, judgement.judged_by offset $2 limit $3`,
    [input.batch_id, input.offset, input.limit]
  )
}

/** How many judgements a batch's drafts have. */
export async function countJudgements(db: Db, batch_id: string): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    `select count(*)::integer as count
       from playground_judgement as judgement
       join playground_draft as task on task.id = judgement.draft_id
      where task.batch_id = $1`,
    [batch_id]
  )
  return row?.count ?? 0
}
