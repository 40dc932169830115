import { queryRows, type Db } from "../../../../persistence/db"
import type { SpendCaps } from "../transitions/cap-batches"
import { reachedCap } from "./judging-spend"
import type { JudgingFailure } from "./settle-judging"

type Ended = { task_id: string }

/** Nobody works on it just now. */
const IDLE = `(judging.status = 'pending' or (judging.status = 'running' and judging.lease_until < now()))`

const CANCEL_LOCKED = `
  update playground_judging_task as judging
     set status = 'cancelled', completed_at = now(), lease_token = null, lease_until = null
    from locked
   where judging.id = locked.id and judging.status in ('pending', 'running')
  returning judging.id as task_id`

/**
 * Cancels what is not judged yet of a batch, alone or beside another batch's drafts. Once it has committed, no judgement is written any more:
 * completion names status `running`.
 */
export async function cancelJudging(db: Db, batch_id: string): Promise<Ended[]> {
  return queryRows<Ended>(
    db,
    `with locked as (
       select judging.id from playground_judging_task as judging
        where judging.status in ('pending', 'running')
          and (judging.batch_id = $1
               or judging.pair_id in (
                    select pair.id from playground_comparison_pair as pair
                      join playground_comparison as comparison on comparison.id = pair.comparison_id
                     where $1 in (comparison.first_batch_id, comparison.second_batch_id)))
        order by judging.id for update
     )
     ${CANCEL_LOCKED}`,
    [batch_id]
  )
}

/** Cancels what is not judged yet of a comparison. */
export async function cancelPairJudging(db: Db, comparison_id: string): Promise<Ended[]> {
  return queryRows<Ended>(
    db,
    `with locked as (
       select judging.id from playground_judging_task as judging
         join playground_comparison_pair as pair on pair.id = judging.pair_id
        where pair.comparison_id = $1 and judging.status in ('pending', 'running')
        order by judging.id for update of judging
     )
     ${CANCEL_LOCKED}`,
    [comparison_id]
  )
}

/**
 * Cancels what nobody judges just now of batches (null: of all) that have used what a batch may use. The
 * judge never takes from its drafts: what it spends ends no draft.
 */
export async function cancelCappedJudging(
  db: Db,
  input: SpendCaps & { batch_id: string | null }
): Promise<Ended[]> {
  return queryRows<Ended>(
    db,
    `with open as (
       select judging.batch_id from playground_judging_task as judging
        where judging.status in ('pending', 'running')
          and ($1::uuid is null or judging.batch_id = $1::uuid)
        group by judging.batch_id
     ), capped as (
       select judging.batch_id, ${reachedCap("$2", "$3")} as cap from open as judging
     ), locked as (
       select judging.id, capped.cap from playground_judging_task as judging
         join capped on capped.batch_id = judging.batch_id
        where capped.cap is not null and ${IDLE}
        order by judging.id for update of judging
     )
     update playground_judging_task as judging
        set status = 'cancelled', completed_at = now(), lease_token = null, lease_until = null,
            error_code = 'batch_' || locked.cap || '_cap', error_params = '{}',
            error_message = 'The batch has used up what one batch may use, its drafts and judgements '
              || 'together (plugin option '
              || case locked.cap when 'tokens' then 'maxTokensPerBatch' else 'maxCostPerBatch' end
              || '). Raise it and judge again.'
       from locked where judging.id = locked.id
     returning judging.id as task_id`,
    [input.batch_id, input.maxTokens, input.maxCost]
  )
}

/** Fails what nobody judges just now of a batch, whose judge can help no draft. */
export async function failStoppedJudging(
  db: Db,
  input: { batch_id: string; judge_version: string; error: JudgingFailure }
): Promise<Ended[]> {
  const { code, message, params } = input.error
  return queryRows<Ended>(
    db,
    `with locked as (
       select judging.id from playground_judging_task as judging
        where judging.batch_id = $1 and judging.judge_version = $2 and ${IDLE}
        order by judging.id for update
     )
     update playground_judging_task as judging
        set status = 'failed', completed_at = now(), lease_token = null, lease_until = null,
            error_code = $3, error_message = $4, error_params = $5
       from locked where judging.id = locked.id
     returning judging.id as task_id`,
    [input.batch_id, input.judge_version, code, message, JSON.stringify(params)]
  )
}
