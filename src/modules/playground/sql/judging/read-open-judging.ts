import { queryRows, type Db } from "../../../../persistence/db"
import type { OpenTasksRow } from "../reads/read-open-work"

/** An aggregate without groups always has its row; the compiler cannot know. */
const NOTHING: OpenTasksRow = { pending: 0, running: 0, expired: 0, oldest_due_seconds: null }

/** What this version of the judge has left to do, in every campaign. */
export async function readOpenJudging(
  db: Db,
  input: { judge_version: string }
): Promise<OpenTasksRow> {
  const [row] = await queryRows<OpenTasksRow>(
    db,
    `select count(*) filter (where judging.status = 'pending')::integer as pending,
            count(*) filter (where judging.status = 'running')::integer as running,
            count(*) filter (where judging.status = 'running' and judging.lease_until < now())::integer
              as expired,
            extract(epoch from now() - min(judging.next_run_at)
              filter (where judging.status = 'pending' and judging.next_run_at <= now()))::float8
              as oldest_due_seconds
       from playground_judging_task as judging
      where judging.status in ('pending', 'running') and judging.judge_version = $1`,
    [input.judge_version]
  )
  return row ?? NOTHING
}
