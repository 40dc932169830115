import { queryRows, type Db } from "../../../../persistence/db"
import type { EvaluationStatus } from "./list-evaluations"

export interface NewEvaluation {
  campaign_id: string
  test_set_id: string
  batch_id: string
  step_index: number
  prompt_id: string | null
  prompt_version_hash: string
  thresholds: object
  checks: readonly unknown[]
  created_by: string
}

/** @returns its id */
export async function insertEvaluation(db: Db, input: NewEvaluation): Promise<string> {
  const [row] = await queryRows<{ id: string }>(
    db,
    `insert into playground_evaluation
       (campaign_id, test_set_id, batch_id, step_index, prompt_id, prompt_version_hash, thresholds,
        checks, created_by)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9) returning id`,
    [
      input.campaign_id,
      input.test_set_id,
      input.batch_id,
      input.step_index,
      input.prompt_id,
      input.prompt_version_hash,
      JSON.stringify(input.thresholds),
      JSON.stringify(input.checks),
      input.created_by,
    ]
  )
  return row?.id ?? ""
}

/** What an evaluation came to, once: of two that settle it, the first one counts. */
export async function settleEvaluation(
  db: Db,
  input: {
    evaluation_id: string
    status: Exclude<EvaluationStatus, "pending">
    figures: object
  }
): Promise<void> {
  await queryRows(
    db,
    `update playground_evaluation as evaluation
        set status = $2, figures = $3::jsonb, finished_at = clock_timestamp()
      where evaluation.id = $1 and evaluation.status = 'pending'`,
    [input.evaluation_id, input.status, JSON.stringify(input.figures)]
  )
}
