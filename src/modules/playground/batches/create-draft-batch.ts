import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { DatabaseError, SQLSTATE, withoutParameters } from "../../../persistence/database-error"
import type { TaskRef } from "../../../queue/draft-queue"
import { orderJudging } from "../sql/judging/create-judging-tasks"
import { countRunningBatches } from "../sql/reads/count-running-batches"
import { createBatch } from "../sql/transitions/create-batch"
import { listEnqueuedLeadIds } from "../sql/reads/list-enqueued-lead-ids"
import { retrieveBatchByKey, type BatchRow } from "../sql/reads/retrieve-batch"
import { inSpan } from "../../../telemetry/in-span"
import type { CreateDraftBatchInput, CreatedDraftBatchDTO } from "./dtos"

/** What came of a request for a batch. */
export type CreateDraftBatchOutcome =
  /** Committed just now; its tasks are to be enqueued, as those of a generator that is instant or not. */
  | { outcome: "created"; batch: CreatedDraftBatchDTO; tasks: TaskRef[]; is_instant: boolean }
  /** The same key came with the same request before: the first answer again. */
  | { outcome: "replayed"; batch: CreatedDraftBatchDTO }
  /** The key was used for another request. */
  | { outcome: "conflict"; batch_id: string }

/** The batch that an idempotency key made before. */
export type EarlierDraftBatch = Exclude<CreateDraftBatchOutcome, { outcome: "created" }>

/** Writes what belongs to a new batch, in its transaction. */
type AlsoWrite = (transaction: EntityManager, batch: CreatedDraftBatchDTO) => Promise<void>

/** What the module's options say of every new batch. */
export interface CreateDraftBatchTerms {
  /** Identifier of the generator that will draft it. */
  generator: string
  model: string | null
  /** See `DraftGenerator.isInstant`. */
  isInstant: boolean
  /** Undefined: as many as are asked for. */
  maxActiveBatches: number | undefined
  /** Its drafts are judged once it has ended. */
  isJudged: boolean
}

/**
 * Commits a batch and its tasks in one statement, or finds the one that its idempotency key made.
 * The unique key decides between requests that come at the same time.
 *
 * @param also what is written in the batch's transaction, once it is created
 * @throws MedusaError NOT_ALLOWED when the campaign has as many running batches as it may have
 */
export async function createDraftBatch(
  manager: EntityManager,
  terms: CreateDraftBatchTerms,
  input: CreateDraftBatchInput,
  also?: AlsoWrite
): Promise<CreateDraftBatchOutcome> {
  const attributes = {
    "playground.campaign_id": input.campaign.id,
    "playground.step_index": input.step.step_index,
    "playground.tasks": input.tasks.length,
    "playground.generator": terms.generator,
  }
  return inSpan("playground.generate", attributes, async (span) => {
    const created = await withPromptThere(() => commitBatch(manager, terms, input, also))
    span.setAttributes({
      "playground.outcome": created.outcome,
      "playground.batch_id":
        created.outcome === "conflict" ? created.batch_id : created.batch.batch_id,
    })
    return created
  })
}

/** The sweeper may delete an old prompt between the look at it and its new batch: the next look makes it. */
async function withPromptThere<T>(commit: () => Promise<T>): Promise<T> {
  try {
    return await commit()
  } catch (error) {
    const isSwept =
      error instanceof DatabaseError && error.sqlState === SQLSTATE.foreignKeyViolation
    if (isSwept) return commit()
    throw error
  }
}

async function commitBatch(
  manager: EntityManager,
  terms: CreateDraftBatchTerms,
  input: CreateDraftBatchInput,
  also: AlsoWrite | undefined
): Promise<CreateDraftBatchOutcome> {
  const isOneStatement = terms.maxActiveBatches === undefined && !also && !terms.isJudged
  if (isOneStatement) return insertBatch(manager, terms, input)
  return withoutParameters("create batch", () =>
    manager.transaction(async (transaction) => {
      const created = await insertBatchIfRoom(transaction, terms, input)
      if (created.outcome === "created") await also?.(transaction, created.batch)
      return created
    })
  )
}

async function insertBatchIfRoom(
  transaction: EntityManager,
  terms: CreateDraftBatchTerms,
  input: CreateDraftBatchInput
): Promise<CreateDraftBatchOutcome> {
  const { maxActiveBatches } = terms
  if (maxActiveBatches === undefined) return insertBatch(transaction, terms, input)
  const running = await countRunningBatches(transaction, input.campaign.id)
  const { idempotency } = input
  const earlier = idempotency && (await findReplay(transaction, input.campaign.id, idempotency))
  if (earlier) return earlier
  if (running < maxActiveBatches) return insertBatch(transaction, terms, input)
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Campaign ${input.campaign.id} has ${running} running batches, and ${maxActiveBatches} may run ` +
      'at once (plugin option "maxActiveBatches"). Wait until one has finished, or cancel it.',
    "too_many_batches"
  )
}

async function insertBatch(
  manager: EntityManager,
  { generator, model, isInstant, isJudged }: CreateDraftBatchTerms,
  input: CreateDraftBatchInput
): Promise<CreateDraftBatchOutcome> {
  const { campaign, step, prompt, tasks, idempotency } = input
  const created = await withoutParameters("create batch", () =>
    createBatch(manager, {
      campaign_id: campaign.id,
      step_index: step.step_index,
      prompt,
      generator,
      model,
      requested_by: input.requested_by,
      campaign_snapshot: campaign,
      step_snapshot: step,
      idempotency,
      tasks,
      test_set_id: input.test_set_id ?? null,
    })
  )
  const [first] = created
  if (first) {
    if (isJudged) await orderJudging(manager, first.batch_id)
    return {
      outcome: "created",
      tasks: created.map(({ task_id, epoch }) => ({ task_id, epoch })),
      is_instant: isInstant,
      batch: {
        campaign_id: campaign.id,
        step_index: step.step_index,
        batch_id: first.batch_id,
        enqueued_lead_ids: tasks.map((task) => task.campaign_lead_id),
        prompt_version_hash: prompt.hash,
        total: created.length,
      },
    }
  }
  const existing = idempotency && (await findReplay(manager, campaign.id, idempotency))
  if (existing) return existing
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `Campaign ${campaign.id}: the batch was not stored. Try again.`
  )
}

/** The batch that the key made before, if it did. */
export async function findReplay(
  manager: EntityManager,
  campaign_id: string,
  idempotency: { key: string; request_fingerprint: string }
): Promise<EarlierDraftBatch | null> {
  return withoutParameters("find batch by key", async () => {
    const batch = await retrieveBatchByKey(manager, {
      campaign_id,
      idempotency_key: idempotency.key,
    })
    if (!batch) return null
    if (batch.request_fingerprint !== idempotency.request_fingerprint) {
      return { outcome: "conflict", batch_id: batch.id }
    }
    const enqueued_lead_ids = await listEnqueuedLeadIds(manager, batch.id)
    return { outcome: "replayed", batch: toCreatedBatch(batch, enqueued_lead_ids) }
  })
}

function toCreatedBatch(batch: BatchRow, enqueued_lead_ids: string[]): CreatedDraftBatchDTO {
  return {
    campaign_id: batch.campaign_id,
    step_index: batch.step_index,
    batch_id: batch.id,
    enqueued_lead_ids,
    prompt_version_hash: batch.prompt_version_hash,
    total: enqueued_lead_ids.length,
  }
}
