import type { CriterionScore, DraftClaim, FailureParams } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"
import type { Lease } from "../transitions/claim-tasks"
import type { Spend } from "../transitions/fail-attempt"
import type { JudgeChoice } from "./read-pair-judging"

/** What is kept of a judge's answer about a draft. */
export interface JudgingResult {
  criteria: CriterionScore[]
  /** `field` is null for a claim that nothing in the snapshot supports. */
  claims: DraftClaim[]
}

/** A judge's answer about a draft, or about a pair. */
export type JudgingAnswer =
  | { score: number; choice: null; result: JudgingResult }
  | { score: null; choice: JudgeChoice; result: { reason: string } }

export interface JudgingCompletion extends Lease {
  answer: JudgingAnswer
  model: string | null
  spend: Spend | null
}

const SPENT = (input: string, output: string, cost: string) => `
  spent_input_tokens = judging.spent_input_tokens + coalesce(${input}::bigint, 0),
  spent_output_tokens = judging.spent_output_tokens + coalesce(${output}::bigint, 0),
  spent_cost = coalesce(judging.spent_cost + ${cost}::float8, ${cost}::float8, judging.spent_cost)`

/**
 * Writes a judgement where its judge still holds the lease; false: it was cancelled or taken over, and
 * the judgement is dropped. Status and token are the whole guard.
 */
export async function completeJudging(db: Db, input: JudgingCompletion): Promise<boolean> {
  const { score, choice, result } = input.answer
  const unsupported =
    "claims" in result ? result.claims.filter(({ field }) => field === null).length : null
  const rows = await queryRows(
    db,
    `update playground_judging_task as judging
        set status = 'judged', score = $3, choice = $10, unsupported = $4, result = $5,
            model = $6, ${SPENT("$7", "$8", "$9")}, completed_at = now(), error_code = null,
            error_message = null, error_params = null, lease_token = null, lease_until = null
      where judging.id = $1 and judging.status = 'running' and judging.lease_token = $2
     returning judging.id`,
    [
      input.task_id,
      input.lease_token,
      score,
      unsupported,
      JSON.stringify(result),
      input.model,
      input.spend?.input_tokens ?? null,
      input.spend?.output_tokens ?? null,
      input.spend?.cost ?? null,
      choice,
    ]
  )
  return rows.length > 0
}

export interface JudgingFailure {
  code: string
  params: FailureParams
  message: string
}

export interface FailJudgingInput extends Lease {
  error: JudgingFailure
  isPermanent: boolean
  maxAttempts: number
  /** How long to wait before the next attempt, in ms. */
  backoffMs: number
  spend: Spend | null
}

/** Counts one provider error; the task waits for its next attempt or has failed. Null when it was taken away. */
export async function failJudging(
  db: Db,
  input: FailJudgingInput
): Promise<{ status: "pending" | "failed"; epoch: number } | null> {
  const [row] = await queryRows<{ status: "pending" | "failed"; epoch: number }>(
    db,
    `update playground_judging_task as judging
        set status = ending.status, error_count = judging.error_count + 1,
            ${SPENT("$8", "$9", "$10")},
            error_code = $3, error_message = $4, error_params = $11, lease_token = null,
            lease_until = null, completed_at = case when ending.status = 'failed' then now() end,
            next_run_at = now() + $7 * interval '1 millisecond',
            enqueued_at = now() + $7 * interval '1 millisecond', epoch = judging.epoch + 1
       from (select held.id,
                    case when $5 or held.error_count + 1 >= $6 then 'failed' else 'pending' end as status
               from playground_judging_task as held where held.id = $1 for update) as ending
      where judging.id = ending.id and judging.status = 'running' and judging.lease_token = $2
     returning judging.status, judging.epoch`,
    [
      input.task_id,
      input.lease_token,
      input.error.code,
      input.error.message,
      input.isPermanent,
      input.maxAttempts,
      input.backoffMs,
      input.spend?.input_tokens ?? null,
      input.spend?.output_tokens ?? null,
      input.spend?.cost ?? null,
      JSON.stringify(input.error.params),
    ]
  )
  return row ?? null
}

/** Undoes a claim that came to nothing through no fault of the task: the attempt is not counted. */
export async function giveBackJudging(
  db: Db,
  input: Lease & { delayMs: number; isRateLimited: boolean }
): Promise<{ epoch: number } | null> {
  const [row] = await queryRows<{ epoch: number }>(
    db,
    `update playground_judging_task as judging
        set status = 'pending', attempt = judging.attempt - 1, lease_token = null, lease_until = null,
            rate_limit_count = judging.rate_limit_count + $4::boolean::integer,
            next_run_at = now() + $3 * interval '1 millisecond',
            enqueued_at = now() + $3 * interval '1 millisecond', epoch = judging.epoch + 1
      where judging.id = $1 and judging.status = 'running' and judging.lease_token = $2
     returning judging.epoch`,
    [input.task_id, input.lease_token, input.delayMs, input.isRateLimited]
  )
  return row ?? null
}
