import { queryRows, type Db } from "../../../../persistence/db"

/** What one person thinks of a draft. */
export interface JudgementRow {
  draft_id: string
  /** The host's actor id. */
  judged_by: string
  /** 1 to 5. */
  score: number | null
  verdict: "good" | "bad" | null
  reasons: string[]
  created_at: Date
  updated_at: Date
}

interface DraftKey {
  campaign_id: string
  draft_id: string
}

export interface WriteJudgementInput
  extends DraftKey, Omit<JudgementRow, "draft_id" | "created_at" | "updated_at"> {}

/** A person's judgement in place of their earlier one. Null when the campaign has no such draft. */
export async function writeJudgement(
  db: Db,
  input: WriteJudgementInput
): Promise<JudgementRow | null> {
  const [row] = await queryRows<JudgementRow>(
    db,
    `insert into playground_judgement as judgement (draft_id, judged_by, score, verdict, reasons)
     select task.id, $3, $4::integer, $5::text, $6::jsonb
       from playground_draft as task
      where task.id = $2 and task.campaign_id = $1 and task.status = 'succeeded'
     on conflict (draft_id, judged_by) do update
        set score = excluded.score, verdict = excluded.verdict, reasons = excluded.reasons,
            updated_at = clock_timestamp()
     returning judgement.*`,
    [
      input.campaign_id,
      input.draft_id,
      input.judged_by,
      input.score,
      input.verdict,
      JSON.stringify(input.reasons),
    ]
  )
  return row ?? null
}

/** Takes a person's judgement back. False when the campaign has no such draft. */
export async function deleteJudgement(
  db: Db,
  input: DraftKey & { judged_by: string }
): Promise<boolean> {
  const rows = await queryRows<{ id: string }>(
    db,
    `with judged as (
       delete from playground_judgement as judgement using playground_draft as task
        where task.id = judgement.draft_id and task.id = $2 and task.campaign_id = $1
          and judgement.judged_by = $3
     )
     select task.id from playground_draft as task
      where task.id = $2 and task.campaign_id = $1 and task.status = 'succeeded'`,
    [input.campaign_id, input.draft_id, input.judged_by]
  )
  return rows.length > 0
}
