import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import type { TaskRef } from "../../../queue/draft-queue"
import { orderJudgingAgain } from "../sql/judging/create-judging-tasks"
import { cancelJudging } from "../sql/judging/end-judging"
import { cancelBatch, type CancelledBatch } from "../sql/transitions/cancel-batch"
import { deleteOldBatches } from "../sql/transitions/delete-old-batches"
import { deleteUnusedPromptVersions } from "../sql/transitions/delete-unused-prompt-versions"
import { estimateOutputTokens } from "../sql/reads/estimate-output-tokens"
import { countBatches, listBatches, retrieveBatchSummary } from "../sql/reads/list-batches"
import { countDrafts, listDrafts } from "../sql/reads/list-drafts"
import { listLeadProgress } from "../sql/reads/list-lead-progress"
import { lockBatch, type LockedBatchRow } from "../sql/reads/lock-batch"
import { retrieveBatch, retrieveLatestBatch, type BatchRow } from "../sql/reads/retrieve-batch"
import { retryTasks } from "../sql/transitions/retry-tasks"
import type {
  DraftBatchDetailDTO,
  DraftBatchPageDTO,
  DraftBatchStatusDTO,
  DraftPageDTO,
  RetriedDraftBatchDTO,
} from "./dtos"
import { toBatch, toBatchStatus, toDraft } from "./to-dto"
import type { BatchPage, Page } from "./page"

/** How many batches, or prompts, the sweeper deletes in one statement. */
const SWEEP_CHUNK = 50

const notFound = (campaign_id: string, batch_id: string | null) =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Campaign ${campaign_id} has no ${batch_id ? `batch ${batch_id}` : "batch yet"}.`
  )

/** Reads and changes batches. Every read starts from the campaign: another one's batch is not found. */
export class BatchStore {
  constructor(
    private readonly manager_: () => Promise<EntityManager>,
    /** The currency of prices. */
    private readonly currency_: string
  ) {}

  /** @param batch_id null: the campaign's newest */
  async retrieveStatus(campaign_id: string, batch_id: string | null): Promise<DraftBatchStatusDTO> {
    return this.run_("read status", async (manager) => {
      const batch = await findBatch(manager, campaign_id, batch_id)
      return toBatchStatus(batch, await listLeadProgress(manager, batch.id))
    })
  }

  async listDrafts(campaign_id: string, batch_id: string, page: Page): Promise<DraftPageDTO> {
    return this.run_("list drafts", async (manager) => {
      const batch = await findBatch(manager, campaign_id, batch_id)
      const [rows, count] = await Promise.all([
        listDrafts(manager, { batch_id, ...page }),
        countDrafts(manager, batch_id),
      ])
      return {
        campaign_id,
        batch_id,
        drafts: rows.map((row) => toDraft(batch, row)),
        count,
        ...page,
      }
    })
  }

  async listBatches(
    campaign_id: string,
    { step_index, with_tests, ...page }: BatchPage
  ): Promise<DraftBatchPageDTO> {
    return this.run_("list batches", async (manager) => {
      const [rows, count] = await Promise.all([
        listBatches(manager, { campaign_id, step_index, with_tests, ...page }),
        countBatches(manager, { campaign_id, step_index, with_tests }),
      ])
      return { batches: rows.map((row) => toBatch(row, this.currency_)), count, ...page }
    })
  }

  async retrieveBatch(campaign_id: string, batch_id: string): Promise<DraftBatchDetailDTO> {
    return this.run_("read batch", async (manager) => {
      const row = await retrieveBatchSummary(manager, { campaign_id, batch_id })
      if (!row) throw notFound(campaign_id, batch_id)
      return { ...toBatch(row, this.currency_), prompt: row.prompt }
    })
  }

  /**
   * Ends also what is being judged of it, whether or not the batch had ended.
   *
   * @returns null when the batch had already ended
   */
  async cancel(campaign_id: string, batch_id: string): Promise<CancelledBatch | null> {
    return this.run_("cancel batch", (manager) =>
      manager.transaction(async (transaction) => {
        if (!(await lockBatch(transaction, { campaign_id, batch_id }))) {
          throw notFound(campaign_id, batch_id)
        }
        await cancelJudging(transaction, batch_id)
        return cancelBatch(transaction, { campaign_id, batch_id })
      })
    )
  }

  /**
   * @throws MedusaError NOT_FOUND for an unknown batch or a lead that is not in it, NOT_ALLOWED for a
   *   batch that was cancelled or has reached a cap
   */
  async retry(
    campaign_id: string,
    batch_id: string,
    campaign_lead_ids: string[] | null
  ): Promise<{ batch: RetriedDraftBatchDTO; tasks: TaskRef[] }> {
    return this.run_("retry tasks", async (manager) => {
      const retried = await manager.transaction(async (transaction) => {
        const batch = await lockBatch(transaction, { campaign_id, batch_id })
        if (!batch) throw notFound(campaign_id, batch_id)
        assertRetryable(batch_id, batch)
        if (campaign_lead_ids) await assertInBatch(transaction, batch_id, campaign_lead_ids)
        await orderJudgingAgain(transaction, batch_id)
        return retryTasks(transaction, { batch_id, campaign_lead_ids })
      })
      return {
        tasks: retried.map(({ task_id, epoch }) => ({ task_id, epoch })),
        batch: {
          campaign_id,
          batch_id,
          enqueued_lead_ids: retried.map((task) => task.campaign_lead_id),
          total: retried.length,
        },
      }
    })
  }

  /** Median tokens of a draft, from the campaign's newest; null when there is none. */
  async estimateOutputTokens(
    input: Parameters<typeof estimateOutputTokens>[1]
  ): Promise<number | null> {
    return this.run_("estimate tokens", (manager) => estimateOutputTokens(manager, input))
  }

  /**
   * Deletes batches that ended more than `retentionDays` ago, then prompts that nothing uses any more,
   * in small statements.
   *
   * @returns how many batches
   */
  async sweep(retentionDays: number): Promise<number> {
    return this.run_("sweep", async (manager) => {
      const batches = await inChunks((limit) => deleteOldBatches(manager, { retentionDays, limit }))
      await inChunks((limit) => deleteUnusedPromptVersions(manager, { limit }))
      return batches
    })
  }

  private async run_<T>(what: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const manager = await this.manager_()
    return withoutParameters(what, () => work(manager))
  }
}

/** Repeats a deletion until it finds less than it may delete. @returns how much it deleted */
async function inChunks(deleteUpTo: (limit: number) => Promise<unknown[]>): Promise<number> {
  for (let deleted = 0; ;) {
    const chunk = await deleteUpTo(SWEEP_CHUNK)
    deleted += chunk.length
    if (chunk.length < SWEEP_CHUNK) return deleted
  }
}

async function findBatch(
  manager: EntityManager,
  campaign_id: string,
  batch_id: string | null
): Promise<BatchRow> {
  const batch = batch_id
    ? await retrieveBatch(manager, { campaign_id, batch_id })
    : await retrieveLatestBatch(manager, campaign_id)
  if (batch) return batch
  throw notFound(campaign_id, batch_id)
}

function assertRetryable(batch_id: string, { status, cap_reached }: LockedBatchRow): void {
  const problem =
    status === "cancelled"
      ? "was cancelled, and a cancelled batch stays so. Generate a new one."
      : cap_reached &&
        `has used up what one batch may use (its cap on ${cap_reached}). Generate a new one for ` +
          "the leads that are left."
  if (problem) {
    const isCancelled = status === "cancelled"
    const code = isCancelled ? "batch_cancelled" : "batch_capped"
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Batch ${batch_id} ${problem}`, code)
  }
}

async function assertInBatch(transaction: EntityManager, batch_id: string, lead_ids: string[]) {
  const known = new Set(
    (await listLeadProgress(transaction, batch_id)).map((row) => row.campaign_lead_id)
  )
  const unknown = lead_ids.find((id) => !known.has(id))
  if (!unknown) return
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Batch ${batch_id} has no draft task for lead ${unknown} (field campaign_lead_ids).`
  )
}
