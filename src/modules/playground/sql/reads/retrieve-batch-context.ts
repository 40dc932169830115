import type { CampaignSnapshot, StepSnapshot } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"

/** What all tasks of a batch have in common. Never changes once the batch is committed. */
export interface BatchContextRow {
  campaign_id: string
  generator: string
  prompt_text: string
  campaign_snapshot: CampaignSnapshot
  step_snapshot: StepSnapshot
}

export async function retrieveBatchContext(
  db: Db,
  batchId: string
): Promise<BatchContextRow | null> {
  const [row] = await queryRows<BatchContextRow>(
    db,
    `select batch.campaign_id, batch.generator, version.text as prompt_text,
            batch.campaign_snapshot, batch.step_snapshot
       from playground_draft_batch as batch
       join playground_prompt_version as version on version.hash = batch.prompt_version_hash
      where batch.id = $1`,
    [batchId]
  )
  return row ?? null
}
