import { queryRows, type Db } from "../../../../persistence/db"
import type { DraftBatchStatus } from "../../state-machine"

export type EvaluationStatus = "pending" | "passed" | "failed"

export interface EvaluationRow {
  id: string
  campaign_id: string
  test_set_id: string
  /** Null once retention has taken the batch. */
  batch_id: string | null
  /** Null with `batch_id`. */
  batch_status: DraftBatchStatus | null
  step_index: number
  prompt_id: string | null
  prompt_version_hash: string
  thresholds: unknown
  /** The campaign's checks when it began. */
  checks: unknown
  status: EvaluationStatus
  /** Null while pending. */
  figures: unknown
  created_by: string
  created_at: Date
  finished_at: Date | null
}

const EVALUATION = `
  select evaluation.*, batch.status as batch_status
    from playground_evaluation as evaluation
    left join playground_draft_batch as batch on batch.id = evaluation.batch_id`

/** A page of the campaign's evaluations (of one test set, unless that is null), newest first. */
export async function listEvaluations(
  db: Db,
  input: { campaign_id: string; test_set_id: string | null; offset: number; limit: number }
): Promise<EvaluationRow[]> {
  return queryRows<EvaluationRow>(
    db,
    `${EVALUATION}
      where evaluation.campaign_id = $1 and ($2::uuid is null or evaluation.test_set_id = $2)
      order by evaluation.created_at desc, evaluation.id desc offset $3 limit $4`,
    [input.campaign_id, input.test_set_id, input.offset, input.limit]
  )
}

export async function countEvaluations(
  db: Db,
  input: { campaign_id: string; test_set_id: string | null }
): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    `select count(*)::integer as count from playground_evaluation as evaluation
      where evaluation.campaign_id = $1 and ($2::uuid is null or evaluation.test_set_id = $2)`,
    [input.campaign_id, input.test_set_id]
  )
  return row?.count ?? 0
}

/** With the text of its prompt. Null when the campaign has no such evaluation. */
export async function retrieveEvaluation(
  db: Db,
  input: { campaign_id: string; evaluation_id: string }
): Promise<(EvaluationRow & { prompt: string }) | null> {
  const [row] = await queryRows<EvaluationRow & { prompt: string }>(
    db,
    `with evaluation as (${EVALUATION} where evaluation.id = $2 and evaluation.campaign_id = $1)
     select evaluation.*, version.text as prompt from evaluation
       join playground_prompt_version as version on version.hash = evaluation.prompt_version_hash`,
    [input.campaign_id, input.evaluation_id]
  )
  return row ?? null
}

/** The id of the evaluation that a batch was drafted for; null when there is none. */
export async function findEvaluationOfBatch(
  db: Db,
  input: { campaign_id: string; batch_id: string }
): Promise<string | null> {
  const [row] = await queryRows<{ id: string }>(
    db,
    `select evaluation.id from playground_evaluation as evaluation
      where evaluation.batch_id = $1 and evaluation.campaign_id = $2`,
    [input.batch_id, input.campaign_id]
  )
  return row?.id ?? null
}

/** Up to `limit` pending evaluations whose batch has ended or is gone, oldest first. */
export async function listEndedEvaluations(
  db: Db,
  input: { limit: number }
): Promise<EvaluationRow[]> {
  return queryRows<EvaluationRow>(
    db,
    `${EVALUATION}
      where evaluation.status = 'pending' and batch.status is distinct from 'running'
      order by evaluation.created_at limit $1`,
    [input.limit]
  )
}
