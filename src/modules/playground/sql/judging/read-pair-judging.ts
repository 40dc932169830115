import type { FailureParams, LeadSnapshot } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"

/** What the judge chose of a pair, by the comparison's batches. */
export type JudgeChoice = "first" | "second" | "equal"

/** Both drafts of a pair, and what the judge is told beside them: as the second's writer knew it. */
export interface JudgedPairRow {
  first_draft_id: string
  first_subject: string
  first_body: string
  second_subject: string
  second_body: string
  second_batch_id: string
  variant_label: string
  lead_snapshot: LeadSnapshot
}

const PAIR = `
  select pair.first_draft_id, first.subject as first_subject, first.body as first_body,
         second.subject as second_subject, second.body as second_body,
         second.batch_id as second_batch_id, second.variant_label, second.lead_snapshot
    from playground_comparison_pair as pair
    join playground_draft as first on first.id = pair.first_draft_id
    join playground_draft as second on second.id = pair.second_draft_id`

/** Null when the pair was deleted. */
export async function retrievePairToJudge(db: Db, pair_id: string): Promise<JudgedPairRow | null> {
  const [row] = await queryRows<JudgedPairRow>(db, `${PAIR} where pair.id = $1`, [pair_id])
  return row ?? null
}

/** Some pairs of a comparison, to tell what a call about one of them takes. */
export async function listPairsToJudge(
  db: Db,
  input: { comparison_id: string; limit: number }
): Promise<JudgedPairRow[]> {
  return queryRows<JudgedPairRow>(
    db,
    `${PAIR} where pair.comparison_id = $1 order by second.position limit $2`,
    [input.comparison_id, input.limit]
  )
}

export interface PairJudgingRow {
  comparison_id: string
  pair_id: string
  /** Of the call that showed the first batch's draft first. */
  straight_choice: JudgeChoice
  straight_reason: string
  /** Of the call that showed the second's first. */
  swapped_choice: JudgeChoice
  swapped_reason: string
}

/** What this version of the judge chose of each pair that it has judged in both orders. */
export async function listPairJudgings(
  db: Db,
  input: { comparison_ids: string[]; judge_version: string }
): Promise<PairJudgingRow[]> {
  return queryRows<PairJudgingRow>(
    db,
    `select pair.comparison_id, pair.id as pair_id,
            straight.choice as straight_choice, straight.result ->> 'reason' as straight_reason,
            swapped.choice as swapped_choice, swapped.result ->> 'reason' as swapped_reason
       from playground_comparison_pair as pair
       join playground_judging_task as straight
         on straight.pair_id = pair.id and straight.draft_id = pair.first_draft_id
        and straight.judge_version = $2 and straight.status = 'judged'
       join playground_judging_task as swapped
         on swapped.pair_id = pair.id and swapped.draft_id = pair.second_draft_id
        and swapped.judge_version = $2 and swapped.status = 'judged'
      where pair.comparison_id = any ($1::uuid[])`,
    [input.comparison_ids, input.judge_version]
  )
}

/** How the calls about a comparison's pairs stand, two a pair. */
export interface PairJudgingSumsRow {
  pending: number
  judged: number
  failed: number
  cancelled: number
  /** Calls that nobody asked for. */
  unjudged: number
  /** Of one call, as they were so far. */
  mean_output_tokens: number | null
  /** Why the latest of the calls came to nothing that did. */
  error_code: string | null
  error_message: string | null
  error_params: FailureParams | null
}

export async function sumUpPairJudging(
  db: Db,
  input: { comparison_id: string; judge_version: string }
): Promise<PairJudgingSumsRow | null> {
  const [row] = await queryRows<PairJudgingSumsRow>(
    db,
    `with pair as (
       select id from playground_comparison_pair where comparison_id = $1
     ), judging as (
       select task.* from playground_judging_task as task
         join pair on pair.id = task.pair_id where task.judge_version = $2
     ), sums as (
       select count(*) filter (where status in ('pending', 'running'))::integer as pending,
              count(*) filter (where status = 'judged')::integer as judged,
              count(*) filter (where status = 'failed')::integer as failed,
              count(*) filter (where status = 'cancelled')::integer as cancelled,
              ((select count(*) from pair) * 2 - count(*))::integer as unjudged,
              avg(spent_output_tokens) filter (where status = 'judged')::float8
                as mean_output_tokens
         from judging
     ), ended as (
       select error_code, error_message, error_params from judging
        where status in ('failed', 'cancelled') and error_code is not null
        order by completed_at desc, id limit 1
     )
     select sums.*, ended.* from sums left join ended on true`,
    [input.comparison_id, input.judge_version]
  )
  return row ?? null
}
