import { queryRows, type Db } from "../../../../persistence/db"
import { DRAFT_SUMS } from "../reads/draft-sums"

/** What the drafts of one batch came to. */
export interface DraftSums {
  total: number
  succeeded: number
  flagged: number
}

/** All 0 for a batch that is gone. */
export async function sumUpDrafts(db: Db, batch_id: string): Promise<DraftSums> {
  const [row] = await queryRows<{ drafts: DraftSums }>(
    db,
    `select ${DRAFT_SUMS} from playground_draft as task where task.batch_id = $1`,
    [batch_id]
  )
  return row?.drafts ?? { total: 0, succeeded: 0, flagged: 0 }
}
