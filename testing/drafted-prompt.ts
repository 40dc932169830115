import { randomUUID } from "node:crypto"
import type { DataSource } from "typeorm"
import { finishBatches } from "../src/modules/playground/generation/finish-batches"
import { hashPrompt } from "../src/modules/playground/prompts/hash-prompt"
import { sumUpBatches } from "../src/modules/playground/sql/transitions/sum-up-batches"
import { insertBatch } from "./ledger-batch"

const BATCH_SIZE = 200

/**
 * A prompt of a campaign of its own that wrote `drafts` drafts in batches of 200, all of them approved,
 * every other one edited by a quarter, and judged by one person, 1 to 5 in turn. The batches have ended.
 */
export async function insertDraftedPrompt(
  dataSource: DataSource,
  drafts: number
): Promise<{ campaign_id: string; prompt_version_hash: string }> {
  const { manager } = dataSource
  const campaign_id = randomUUID()
  const text = "Of many drafts"
  const prompt = { text, hash: hashPrompt(text), source: "campaign" as const }
  for (let left = drafts; left > 0; left -= BATCH_SIZE) {
    await insertBatch(manager, Math.min(left, BATCH_SIZE), { campaign_id, prompt })
  }
  await manager.query(
    `with completed as (
       update playground_draft_task as task set status = 'succeeded', completed_at = now()
         from playground_draft_batch as batch
        where batch.id = task.batch_id and batch.campaign_id = $1
       returning task.id, task.position
     ), written as (
       insert into playground_draft_result (task_id, subject, body, latency_ms, flags)
       select id, 'S', repeat('A body. ', 60), 10, '[]' from completed
     )
     insert into playground_judgement (draft_id, score, verdict, judged_by)
     select id, 1 + position % 5, 'good', 'user_test' from completed`,
    [campaign_id]
  )
  await manager.query(
    `insert into playground_approved_email
       (campaign_lead_id, step_index, campaign_id, subject, body, variant_label, draft_id, batch_id,
        prompt_version_hash, step_config_fingerprint, lead_fingerprint, generator, is_edited,
        edited_share, approved_by)
     select campaign_lead_id, 1, campaign_id, 'S', 'B', 'A', id, batch_id, prompt_version_hash,
            'f', 'f', 'g', position % 2 = 0,
            case when position % 2 = 0 then 0.25 else 0 end, 'user_test'
       from playground_draft where campaign_id = $1`,
    [campaign_id]
  )
  await finishBatches(manager, null, () => {})
  await dataSource.transaction((transaction) => sumUpBatches(transaction, { limit: drafts }))
  await manager.query(`vacuum analyze`)
  return { campaign_id, prompt_version_hash: prompt.hash }
}
