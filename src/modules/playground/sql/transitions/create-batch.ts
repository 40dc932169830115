import { v7 as createTaskId } from "uuid"
import type { CampaignSnapshot, StepSnapshot } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"
import type { PromptSource } from "../../state-machine"

export interface NewDraftTask {
  campaign_lead_id: string
  variant_label: string
  lead_snapshot: object
  lead_fingerprint: string
  /** Its variant's; absent: the batch's. */
  prompt?: { hash: string; text: string }
}

export interface CreateBatchInput {
  campaign_id: string
  step_index: number
  prompt: { hash: string; text: string; source: PromptSource }
  generator: string
  model: string | null
  requested_by: string
  campaign_snapshot: CampaignSnapshot
  step_snapshot: StepSnapshot
  idempotency: { key: string; request_fingerprint: string } | null
  /** In lead order, 1 to 200. */
  tasks: NewDraftTask[]
  /** Whose leads they are. Null or absent: the campaign's. */
  test_set_id?: string | null
}

export interface CreatedTaskRow {
  batch_id: string
  task_id: string
  epoch: number
}

/**
 * Commits the prompt version, the batch and its tasks in one statement, hence all or nothing and one
 * round trip. Tasks have ids that grow with time (UUIDv7): their rows stand side by side in every index,
 * where random ids would write a page of it each. Answers the tasks in lead order; empty when the campaign has a batch under this
 * idempotency key already.
 *
 * The foreign keys between the inserts hold, since Postgres checks them when the statement ends.
 */
export async function createBatch(db: Db, input: CreateBatchInput): Promise<CreatedTaskRow[]> {
  const own = input.tasks.flatMap(({ prompt }) =>
    prompt ? [[prompt.hash, prompt.text] as const] : []
  )
  const ofVariants = new Map(own)
  return queryRows<CreatedTaskRow>(
    db,
    `with version as (
       insert into playground_prompt_version (hash, text)
       select $1::text, $2::text union select * from unnest($17::text[], $18::text[])
       on conflict (hash) do nothing
     ), batch as (
       insert into playground_draft_batch
         (campaign_id, step_index, prompt_version_hash, prompt_source, generator, model, requested_by,
          total, campaign_snapshot, step_snapshot, idempotency_key, request_fingerprint,
          test_set_id)
       values ($3::uuid, $4, $1, $5, $6, $7, $8, cardinality($13::uuid[]), $9, $10, $11, $12, $21)
       on conflict (campaign_id, idempotency_key) where idempotency_key is not null do nothing
       returning id
     ), task as (
       insert into playground_draft_task (id, batch_id, position)
       select task.id, batch.id, task.place - 1
         from batch cross join unnest($20::uuid[]) with ordinality as task (id, place)
       returning id, batch_id, position, epoch
     ), input as (
       insert into playground_draft_input
         (task_id, batch_id, campaign_id, campaign_lead_id, prompt_version_hash, variant_label,
          lead_fingerprint, lead_snapshot)
       select lead.task_id, batch.id, $3::uuid, lead.id, coalesce(lead.prompt_hash, $1),
              lead.variant_label, lead.fingerprint, lead.snapshot::jsonb
         from batch
        cross join unnest($20::uuid[], $13::uuid[], $14::text[], $15::text[], $16::text[], $19::text[])
              as lead (task_id, id, variant_label, snapshot, fingerprint, prompt_hash)
     ), used as (
       insert into playground_variant_prompt (batch_id, prompt_version_hash)
       select batch.id, variant.hash from batch cross join unnest($17::text[]) as variant (hash)
     )
     select task.batch_id, task.id as task_id, task.epoch from task order by task.position`,
    [
      input.prompt.hash,
      input.prompt.text,
      input.campaign_id,
      input.step_index,
      input.prompt.source,
      input.generator,
      input.model,
      input.requested_by,
      JSON.stringify(input.campaign_snapshot),
      JSON.stringify(input.step_snapshot),
      input.idempotency?.key ?? null,
      input.idempotency?.request_fingerprint ?? null,
      input.tasks.map((task) => task.campaign_lead_id),
      input.tasks.map((task) => task.variant_label),
      input.tasks.map((task) => JSON.stringify(task.lead_snapshot)),
      input.tasks.map((task) => task.lead_fingerprint),
      [...ofVariants.keys()],
      [...ofVariants.values()],
      input.tasks.map((task) => task.prompt?.hash ?? null),
      input.tasks.map(() => createTaskId()),
      input.test_set_id ?? null,
    ]
  )
}
