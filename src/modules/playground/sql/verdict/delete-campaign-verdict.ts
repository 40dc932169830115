import type { Db } from "../../../../persistence/db"

/** What is the campaign's own; the rest goes with its batches when retention takes them. */
const TABLES = [
  "playground_comparison",
  "playground_check_set",
  "playground_draft_frontier",
  // With their evaluations, batches and drafts.
  "playground_test_set",
  // With their versions. After the evaluations, which name them.
  "playground_prompt",
]

/**
 * Deletes what people made and thought of in a campaign that is no more: named prompts, judgements,
 * comparisons, checks, test sets and evaluations. Must run inside a transaction.
 */
export async function deleteCampaignVerdict(transaction: Db, campaign_id: string): Promise<void> {
  await transaction.query(
    `delete from playground_judgement as judgement
      using playground_draft_input as draft
      where draft.task_id = judgement.draft_id and draft.campaign_id = $1`,
    [campaign_id]
  )
  for (const table of TABLES) {
    await transaction.query(`delete from ${table} where campaign_id = $1`, [campaign_id])
  }
}
