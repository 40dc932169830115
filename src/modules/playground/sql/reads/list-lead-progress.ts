import type { FailureParams } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"
import type { DraftTaskStatus } from "../../state-machine"

export interface LeadProgressRow {
  campaign_lead_id: string
  status: DraftTaskStatus
  attempt: number
  error_code: string | null
  error_message: string | null
  /** What the error is about; null: nothing. */
  error_params: FailureParams | null
  completed_at: Date | null
  subject_preview: string | null
  /** Until when its provider has asked it to wait; null for one that does not wait for that. */
  waiting_until: Date | null
}

/**
 * How each lead of a batch stands, in lead order, at most 200 rows. Made to be polled: no body is
 * read, and a long one stays in its TOAST table untouched.
 */
export async function listLeadProgress(db: Db, batchId: string): Promise<LeadProgressRow[]> {
  return queryRows<LeadProgressRow>(
    db,
    `select task.campaign_lead_id, task.status, task.attempt, task.error_code, task.error_message, task.error_params,
            task.completed_at, left(task.subject, 120) as subject_preview,
            case when task.status = 'pending' and task.rate_limit_count > 0 and task.next_run_at > now()
                 then task.next_run_at end as waiting_until
       from playground_draft as task
      where task.batch_id = $1 order by task.position`,
    [batchId]
  )
}
