import { queryRows, type Db } from "../../../../persistence/db"
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
  rejected: number
  judged: number
  good: number
  bad: number
  mean_score: number | null
}

/**
 * What the campaign's drafts by each of these prompt versions came to, but for those of test sets: none
 * of them can be approved. None for a version without a batch.
 */
export async function listVersionOutcomes(
  db: Db,
  input: { campaign_id: string; hashes: string[] }
): Promise<VersionOutcomeRow[]> {
  return queryRows<VersionOutcomeRow>(
    db,
    `with written as (
       select task.id, task.batch_id, task.prompt_version_hash, task.status, task.flags, task.rejected_at
         from (${PROMPT_USES}) as usage
         join playground_draft as task
           on task.batch_id = usage.batch_id and task.prompt_version_hash = usage.prompt_version_hash
        where usage.prompt_version_hash = any ($2)
     ), drafted as (
       select task.prompt_version_hash, count(distinct task.batch_id)::integer as batches,
              count(*) filter (where task.status = 'succeeded')::integer as drafted,
              count(*) filter (where task.status = 'failed')::integer as failed,
              count(*) filter (where task.flags <> '[]')::integer as flagged,
              count(entry.id)::integer as approved,
              count(*) filter (where entry.is_edited)::integer as edited,
              count(task.rejected_at)::integer as rejected
         from written as task
         left join playground_approved_email as entry on entry.draft_id = task.id
        group by task.prompt_version_hash
     ), judged as (
       select task.prompt_version_hash, count(*)::integer as judged,
              count(*) filter (where judgement.verdict = 'good')::integer as good,
              count(*) filter (where judgement.verdict = 'bad')::integer as bad,
              avg(judgement.score)::float8 as mean_score
         from written as task
         join playground_judgement as judgement on judgement.draft_id = task.id
        group by task.prompt_version_hash
     )
     select drafted.*, coalesce(judged.judged, 0) as judged, coalesce(judged.good, 0) as good,
            coalesce(judged.bad, 0) as bad, judged.mean_score
       from drafted left join judged using (prompt_version_hash)`,
    [input.campaign_id, input.hashes]
  )
}
