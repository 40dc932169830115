import type { FailureParams, GeneratorNotice } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"
import type { DraftBatchStatus, PromptSource, SpendCap } from "../../state-machine"

export interface BatchRow {
  id: string
  campaign_id: string
  step_index: number
  status: DraftBatchStatus
  prompt_version_hash: string
  prompt_source: PromptSource
  generator: string
  /** Null when the generator does not know its model beforehand. */
  model: string | null
  /** The host's actor id: `user_…` or `apk_…`. */
  requested_by: string
  total: number
  /** The cap that ended it early: `maxTokensPerBatch` or `maxCostPerBatch`. */
  cap_reached: SpendCap | null
  stop_reason: string | null
  stop_message: string | null
  /** What the reason is about; null: nothing. */
  stop_params: FailureParams | null
  notices: GeneratorNotice[]
  step_config_fingerprint: string
  request_fingerprint: string | null
  created_at: Date
  finished_at: Date | null
  cancelled_at: Date | null
}

const COLUMNS = `batch.id, batch.campaign_id, batch.step_index, batch.status, batch.prompt_version_hash,
  batch.prompt_source, batch.generator, batch.model, batch.requested_by, batch.total,
  batch.cap_reached, batch.stop_reason, batch.stop_message, batch.stop_params, batch.notices,
  batch.step_snapshot ->> 'fingerprint' as step_config_fingerprint, batch.request_fingerprint,
  batch.created_at, batch.finished_at, batch.cancelled_at`

/** A batch of this campaign; null when there is none, or when it is another campaign's. */
export async function retrieveBatch(
  db: Db,
  input: { campaign_id: string; batch_id: string }
): Promise<BatchRow | null> {
  const [batch] = await queryRows<BatchRow>(
    db,
    `select ${COLUMNS} from playground_draft_batch as batch
      where batch.id = $1 and batch.campaign_id = $2`,
    [input.batch_id, input.campaign_id]
  )
  return batch ?? null
}

/** The campaign's newest batch that is of no test set; null when it has none. */
export async function retrieveLatestBatch(db: Db, campaignId: string): Promise<BatchRow | null> {
  const [batch] = await queryRows<BatchRow>(
    db,
    `select ${COLUMNS} from playground_draft_batch as batch
      where batch.campaign_id = $1 and batch.test_set_id is null
      order by batch.created_at desc, batch.id desc limit 1`,
    [campaignId]
  )
  return batch ?? null
}

/** The batch that an idempotency key made; null when the key is new to the campaign. */
export async function retrieveBatchByKey(
  db: Db,
  input: { campaign_id: string; idempotency_key: string }
): Promise<BatchRow | null> {
  const [batch] = await queryRows<BatchRow>(
    db,
    `select ${COLUMNS} from playground_draft_batch as batch
      where batch.campaign_id = $1 and batch.idempotency_key = $2`,
    [input.campaign_id, input.idempotency_key]
  )
  return batch ?? null
}
