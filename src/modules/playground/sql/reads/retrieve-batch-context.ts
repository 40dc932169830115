import type { CampaignSnapshot, StepSnapshot } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"

/** What all tasks of a batch have in common. Never changes once the batch is committed. */
export interface BatchContextRow {
  campaign_id: string
  generator: string
  prompt_text: string
  /** Of variants that have their own, by hash. Null: none. */
  variant_prompts: Record<string, string> | null
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
            (select json_object_agg(own.hash, own.text) from playground_variant_prompt as used
               join playground_prompt_version as own on own.hash = used.prompt_version_hash
              where used.batch_id = batch.id) as variant_prompts,
            batch.campaign_snapshot, batch.step_snapshot
       from playground_draft_batch as batch
       join playground_prompt_version as version on version.hash = batch.prompt_version_hash
      where batch.id = $1`,
    [batchId]
  )
  return row ?? null
}
