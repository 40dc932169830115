import { queryRows, type Db } from "../../../../persistence/db"
import type { FailureParams, LeadSnapshot } from "../../../../ports"
import type { JudgedDraftRow } from "./claim-judging-task"
import type { JudgingResult } from "./settle-judging"

type Of = { batch_id: string; judge_version: string }

export interface JudgingRow {
  draft_id: string
  campaign_lead_id: string
  variant_label: string
  lead_snapshot: LeadSnapshot
  status: "pending" | "running" | "judged" | "failed" | "cancelled"
  score: number | null
  result: JudgingResult | null
  error_code: string | null
  error_message: string | null
  error_params: FailureParams | null
  judged_at: Date | null
}

/** A page of what this version of the judge says of a batch's drafts, in lead order. */
export async function listJudging(
  db: Db,
  input: Of & { offset: number; limit: number }
): Promise<JudgingRow[]> {
  return queryRows<JudgingRow>(
    db,
    `select judging.draft_id, task.campaign_lead_id, task.variant_label, task.lead_snapshot, judging.status, judging.score, judging.result,
            judging.error_code, judging.error_message, judging.error_params,
            case when judging.status = 'judged' then judging.completed_at end as judged_at
       from playground_judging_task as judging
       join playground_draft as task on task.id = judging.draft_id
      where judging.batch_id = $1 and judging.judge_version = $2 and judging.pair_id is null
      order by task.position offset $3 limit $4`,
    [input.batch_id, input.judge_version, input.offset, input.limit]
  )
}

export interface JudgingSumsRow {
  pending: number
  judged: number
  failed: number
  cancelled: number
  /** Drafts without a task. */
  unjudged: number
  mean_score: number | null
  /** Drafts with a claim that nothing supports. */
  unsupported: number
  /** Of one judgement, as they were so far. */
  mean_output_tokens: number | null
}

/** What a batch's judgements by this version come to. */
export async function sumUpJudging(db: Db, input: Of): Promise<JudgingSumsRow | null> {
  const [row] = await queryRows<JudgingSumsRow>(
    db,
    `select count(*) filter (where judging.status in ('pending', 'running'))::integer as pending,
            count(*) filter (where judging.status = 'judged')::integer as judged,
            count(*) filter (where judging.status = 'failed')::integer as failed,
            count(*) filter (where judging.status = 'cancelled')::integer as cancelled,
            count(*) filter (where judging.id is null)::integer as unjudged,
            avg(judging.score)::float8 as mean_score,
            count(*) filter (where judging.unsupported > 0)::integer as unsupported,
            avg(judging.spent_output_tokens) filter (where judging.status = 'judged')::float8
              as mean_output_tokens
       from playground_draft_task as task
       left join playground_judging_task as judging
              on judging.draft_id = task.id and judging.judge_version = $2
             and judging.pair_id is null
      where task.batch_id = $1 and task.status = 'succeeded'`,
    [input.batch_id, input.judge_version]
  )
  return row ?? null
}

/** Some drafts of a batch that this version has not judged, to tell what judging them will cost. */
export async function listDraftsToJudge(
  db: Db,
  input: Of & { limit: number }
): Promise<JudgedDraftRow[]> {
  return queryRows<JudgedDraftRow>(
    db,
    `select task.subject, task.body, task.variant_label, task.lead_snapshot
       from playground_draft as task
      where task.batch_id = $1 and task.status = 'succeeded'
        and not exists (
              select from playground_judging_task as judging
               where judging.draft_id = task.id and judging.judge_version = $2
                 and judging.status = 'judged' and judging.pair_id is null)
      order by task.position limit $3`,
    [input.batch_id, input.judge_version, input.limit]
  )
}

/**
 * What judge and people said of the campaign's drafts, good or bad, as a table of four. A person's verdict
 * counts before their score; scores of 4 and 5 are good, 1 and 2 bad, and 3 says neither. Several people
 * count as their majority; a draft on which they are even is left out.
 */
export async function countAgreement(
  db: Db,
  input: { campaign_id: string; judge_version: string }
): Promise<AgreementCounts> {
  const [row] = await queryRows<AgreementCounts>(
    db,
    `with person as (
       select judgement.draft_id,
              sum(case coalesce(judgement.verdict,
                           case when judgement.score >= 4 then 'good'
                                when judgement.score <= 2 then 'bad' end)
                    when 'good' then 1 when 'bad' then -1 else 0 end) as said
         from playground_judgement as judgement
         join playground_draft as task on task.id = judgement.draft_id
        where task.campaign_id = $1
        group by judgement.draft_id
     ), pair as (
       select person.said > 0 as is_good, judging.score >= 4 as is_judged_good
         from person
         join playground_judging_task as judging on judging.draft_id = person.draft_id
        where judging.judge_version = $2 and judging.pair_id is null and judging.score <> 3 and person.said <> 0
     )
     select count(*) filter (where is_good and is_judged_good)::integer as both_good,
            count(*) filter (where is_good and not is_judged_good)::integer as only_people,
            count(*) filter (where not is_good and is_judged_good)::integer as only_judge,
            count(*) filter (where not is_good and not is_judged_good)::integer as both_bad
       from pair`,
    [input.campaign_id, input.judge_version]
  )
  return row ?? { both_good: 0, only_people: 0, only_judge: 0, both_bad: 0 }
}

/** How often two sides called a draft good. */
export interface AgreementCounts {
  both_good: number
  /** Good for people, bad for the judge. */
  only_people: number
  only_judge: number
  both_bad: number
}
