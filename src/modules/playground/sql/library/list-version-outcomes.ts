import { queryRows, type Db } from "../../../../persistence/db"

/** What a campaign's batches of a prompt version came to. */
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
 * What the campaign's batches of each of these prompt versions came to, but for those of test sets: no
 * draft of theirs can be approved. None for a version without a batch.
 */
export async function listVersionOutcomes(
  db: Db,
  input: { campaign_id: string; hashes: string[] }
): Promise<VersionOutcomeRow[]> {
  return queryRows<VersionOutcomeRow>(
    db,
    `with batch as (
       select batch.id, batch.prompt_version_hash from playground_draft_batch as batch
        where batch.campaign_id = $1 and batch.test_set_id is null
          and batch.prompt_version_hash = any ($2)
     ), drafted as (
       select batch.prompt_version_hash, count(distinct batch.id)::integer as batches,
              count(*) filter (where task.status = 'succeeded')::integer as drafted,
              count(*) filter (where task.status = 'failed')::integer as failed,
              count(*) filter (where task.flags <> '[]')::integer as flagged,
              count(entry.id)::integer as approved,
              count(*) filter (where entry.is_edited)::integer as edited,
              count(task.rejected_at)::integer as rejected
         from batch
         join playground_draft as task on task.batch_id = batch.id
         left join playground_approved_email as entry on entry.draft_id = task.id
        group by batch.prompt_version_hash
     ), judged as (
       select batch.prompt_version_hash, count(*)::integer as judged,
              count(*) filter (where judgement.verdict = 'good')::integer as good,
              count(*) filter (where judgement.verdict = 'bad')::integer as bad,
              avg(judgement.score)::float8 as mean_score
         from batch
         join playground_draft as task on task.batch_id = batch.id
         join playground_judgement as judgement on judgement.draft_id = task.id
        group by batch.prompt_version_hash
     )
     select drafted.*, coalesce(judged.judged, 0) as judged, coalesce(judged.good, 0) as good,
            coalesce(judged.bad, 0) as bad, judged.mean_score
       from drafted left join judged using (prompt_version_hash)`,
    [input.campaign_id, input.hashes]
  )
}
