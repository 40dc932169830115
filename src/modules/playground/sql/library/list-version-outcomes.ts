import { queryRows, type Db } from "../../../../persistence/db"
import { DRAFT_SUMS } from "../reads/draft-sums"
import { PROMPT_USES } from "../reads/prompt-uses"

/** What a campaign's drafts by a prompt version came to. */
export interface VersionOutcomeRow {
  prompt_version_hash: string
  batches: number
  drafted: number
  failed: number
  /** Drafts with at least one flag. */
  flagged: number
  /** Drafts that are approved now, and how many of them were edited. */
  approved: number
  edited: number
  /** How much of an edited one was changed, 0 to 1, on average; null when none was edited. */
  mean_edited_share: number | null
  rejected: number
  judged: number
  good: number
  bad: number
  mean_score: number | null
}

/**
 * What the campaign's drafts by each of these prompt versions came to, but for those of test sets: none
 * of them can be approved. None for a version without a batch.
 *
 * Ended batches are summed up already (`sumUpBatches`): only the drafts of those that run, or ended
 * since the last reconciliation, are read.
 */
export async function listVersionOutcomes(
  db: Db,
  input: { campaign_id: string; hashes: string[] }
): Promise<VersionOutcomeRow[]> {
  return queryRows<VersionOutcomeRow>(
    db,
    `with usage as materialized (
       select usage.batch_id, usage.prompt_version_hash from (${PROMPT_USES}) as usage
        where usage.prompt_version_hash = any ($2)
     ), drafted as (
       select usage.prompt_version_hash, count(*)::integer as batches,
              sum((coalesce(stored.drafts, live.drafts) ->> 'succeeded')::integer)::integer as drafted,
              sum((coalesce(stored.drafts, live.drafts) ->> 'failed')::integer)::integer as failed,
              sum((coalesce(stored.drafts, live.drafts) ->> 'flagged')::integer)::integer as flagged
         from usage
         left join playground_batch_summary as stored
           on stored.batch_id = usage.batch_id
          and stored.prompt_version_hash = usage.prompt_version_hash
        cross join lateral (
          select ${DRAFT_SUMS} from playground_draft as task
           where task.batch_id = usage.batch_id
             and task.prompt_version_hash = usage.prompt_version_hash and stored.batch_id is null
        ) as live
        group by usage.prompt_version_hash
     ), reviewed as (
       select entry.prompt_version_hash, count(*)::integer as approved,
              count(*) filter (where entry.is_edited)::integer as edited,
              avg(entry.edited_share) filter (where entry.is_edited)::float8 as mean_edited_share
         from playground_approved_email as entry
        where entry.campaign_id = $1 and entry.prompt_version_hash = any ($2)
        group by entry.prompt_version_hash
     ), refused as (
       select rejection.prompt_version_hash, count(*)::integer as rejected
         from playground_draft_rejection as rejection
        where rejection.campaign_id = $1 and rejection.prompt_version_hash = any ($2)
        group by rejection.prompt_version_hash
     ), judged as (
       select input.prompt_version_hash, count(*)::integer as judged,
              count(*) filter (where judgement.verdict = 'good')::integer as good,
              count(*) filter (where judgement.verdict = 'bad')::integer as bad,
              avg(judgement.score)::float8 as mean_score
         from playground_judgement as judgement
         join playground_draft_input as input on input.task_id = judgement.draft_id
         join playground_draft_batch as batch on batch.id = input.batch_id
        where input.campaign_id = $1 and input.prompt_version_hash = any ($2)
          and batch.test_set_id is null
        group by input.prompt_version_hash
     )
     select drafted.*, coalesce(reviewed.approved, 0) as approved,
            coalesce(reviewed.edited, 0) as edited, reviewed.mean_edited_share,
            coalesce(refused.rejected, 0) as rejected,
            coalesce(judged.judged, 0) as judged, coalesce(judged.good, 0) as good,
            coalesce(judged.bad, 0) as bad, judged.mean_score
       from drafted
       left join reviewed using (prompt_version_hash)
       left join refused using (prompt_version_hash)
       left join judged using (prompt_version_hash)`,
    [input.campaign_id, input.hashes]
  )
}
