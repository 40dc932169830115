import type { InternalModuleDeclaration } from "@medusajs/framework/types"
import { createApplicationHooks, type ApplicationHooks } from "../../hosting/application-hooks"
import type { HostOptions } from "../../persistence/data-source"
import { GraphService } from "../../persistence/graph-service"
import type { CustomerFact } from "../../ports"
import type { TaskRef } from "../../queue/draft-queue"
import type { BatchPlanner } from "./batches/batch-planner"
import {
  createDraftBatch,
  findReplay,
  type CreateDraftBatchOutcome,
  type EarlierDraftBatch,
} from "./batches/create-draft-batch"
import type { DraftedLeads } from "./batches/drafted-leads"
import type * as dto from "./batches/dtos"
import type { BatchPage, Page } from "./batches/page"
import type { PromptComparison } from "./comparison/prompt-comparison"
import type { ReconcileResult } from "./generation/reconcile"
import { GRAPH_ENTITIES } from "./graph/graph-entities"
import { PLAYGROUND_MODULE } from "./module-schema"
import type { BulkReview } from "./review/bulk-review"
import type * as review from "./review/dtos"
import type { PlaygroundHealthDTO } from "./runtime/health-dtos"
import { createParts, type Dependencies, type PlaygroundParts } from "./runtime/create-parts"
import { readHealth } from "./runtime/read-health"
import type { BatchWatcher } from "./signals/batch-watchers"
import type { LeadNow } from "./sql/review/flag-stale-approvals"
import type { SentEmail } from "./sql/review/remove-sent-texts"
import type { PlaygroundVerdict } from "./verdict/playground-verdict"

/**
 * The playground's face in the host's container: batches of drafts, the worker that writes them, and
 * what people think of them. Resolve it as `container.resolve("playground")`.
 *
 * A campaign's batches, drafts and leads are found through it alone: what is another's is NOT_FOUND.
 */
export default class PlaygroundModuleService extends GraphService(
  PLAYGROUND_MODULE,
  GRAPH_ENTITIES
) {
  readonly __hooks: ApplicationHooks
  protected readonly parts_: PlaygroundParts

  constructor(
    dependencies: Dependencies,
    hostOptions: HostOptions,
    declaration?: InternalModuleDeclaration
  ) {
    const parts = createParts(dependencies, hostOptions, declaration)
    super(() => parts.runtime.manager())
    this.parts_ = parts
    this.__hooks = createApplicationHooks("drafting", parts.runtime, dependencies.logger)
  }

  /** Key of the module that supplies campaigns and leads (option `campaignSource`). */
  getCampaignSourceKey(): string {
    return this.parts_.options.campaignSource
  }

  /** What is read of leads who are the host's customers (option `customerFacts`). */
  getCustomerFacts(): readonly CustomerFact[] {
    return this.parts_.options.customerFacts
  }

  // Before a batch

  /** Which prompt a batch would use, and what generating would do. */
  get planner(): BatchPlanner {
    return this.parts_.planner
  }

  /** Which leads have a draft, for choosing those that have none. */
  get draftedLeads(): DraftedLeads {
    return this.parts_.draftedLeads
  }

  // Batches

  /** Commits a batch and its tasks; nothing is enqueued yet: see `enqueueTasks`. */
  async createDraftBatch(input: dto.CreateDraftBatchInput): Promise<CreateDraftBatchOutcome> {
    return createDraftBatch(await this.parts_.runtime.manager(), this.parts_.terms, input)
  }

  /** The batch that an idempotency key made before; null when the key is new to the campaign. */
  async findBatchByIdempotencyKey(
    campaign_id: string,
    idempotency: { key: string; request_fingerprint: string }
  ): Promise<EarlierDraftBatch | null> {
    return findReplay(await this.parts_.runtime.manager(), campaign_id, idempotency)
  }

  /**
   * Enqueues committed tasks. Answers at once and never fails: an unreachable queue is logged, and the
   * reconciler enqueues later. `is_instant` (false): see `DraftGenerator.isInstant`.
   */
  enqueueTasks(tasks: TaskRef[], options: { is_instant?: boolean } = {}): void {
    this.parts_.runtime.enqueue(tasks, options)
  }

  /**
   * How a batch stands, without any draft's text. Made for polling.
   *
   * @param batch_id null: the campaign's newest
   * @throws MedusaError NOT_FOUND
   */
  async retrieveBatchStatus(
    campaign_id: string,
    batch_id: string | null
  ): Promise<dto.DraftBatchStatusDTO> {
    return this.parts_.batches.retrieveStatus(campaign_id, batch_id)
  }

  /** A page of a batch's drafts with their whole text, in lead order. @throws MedusaError NOT_FOUND */
  async listBatchDrafts(
    campaign_id: string,
    batch_id: string,
    page: Page
  ): Promise<dto.DraftPageDTO> {
    const { batches, verdict } = this.parts_
    const [listed, results] = await Promise.all([
      batches.listDrafts(campaign_id, batch_id, page),
      verdict.checks.resultsOf(campaign_id, batch_id),
    ])
    if (!results) return listed
    const drafts = listed.drafts.map((draft) => ({ ...draft, checks: results.get(draft.id) ?? [] }))
    return { ...listed, drafts }
  }

  /** A page of the campaign's batches, newest first; those of test sets only `with_tests`. */
  async listDraftBatches(campaign_id: string, page: BatchPage): Promise<dto.DraftBatchPageDTO> {
    return this.parts_.batches.listBatches(campaign_id, page)
  }

  /** One batch with its prompt's text. @throws MedusaError NOT_FOUND */
  async retrieveDraftBatch(
    campaign_id: string,
    batch_id: string
  ): Promise<dto.DraftBatchDetailDTO> {
    return this.parts_.batches.retrieveBatch(campaign_id, batch_id)
  }

  /**
   * Stops a batch: once this answers, none of its drafts is ever written again, and calls in flight
   * are aborted in every process. Drafts that are already there stay.
   *
   * @throws MedusaError NOT_FOUND
   */
  async cancelDraftBatch(
    campaign_id: string,
    batch_id: string
  ): Promise<dto.CancelledDraftBatchDTO> {
    const { batches, events, runtime } = this.parts_
    const cancelled = await batches.cancel(campaign_id, batch_id)
    runtime.abortBatch(batch_id)
    if (cancelled) events.batchCancelled(cancelled.batch)
    return { campaign_id, batch_id, cancelled_count: cancelled?.tasks.length ?? 0 }
  }

  /**
   * Gives failed tasks of a batch a fresh start; nothing is enqueued yet: see `enqueueTasks`.
   *
   * @param campaign_lead_ids null: all that failed; leads that did not fail are passed over
   * @throws MedusaError NOT_FOUND, NOT_ALLOWED for a batch that was cancelled or has reached a cap
   */
  async retryDraftBatch(
    campaign_id: string,
    batch_id: string,
    campaign_lead_ids: string[] | null
  ): Promise<{ batch: dto.RetriedDraftBatchDTO; tasks: TaskRef[] }> {
    return this.parts_.batches.retry(campaign_id, batch_id, campaign_lead_ids)
  }

  /**
   * Follows a batch until the returned function is called: its state now, and after each change,
   * whichever process makes it. The batch must exist: `retrieveBatchStatus` says so.
   */
  watchDraftBatch(
    campaign_id: string,
    batch_id: string,
    watcher: BatchWatcher<dto.DraftBatchStatusDTO>
  ): () => void {
    const read = () => this.parts_.batches.retrieveStatus(campaign_id, batch_id)
    return this.parts_.runtime.watch(batch_id, read, watcher)
  }

  // Which prompt does better

  /** Prompt versions with what they came to, and two batches side by side. */
  get comparison(): PromptComparison {
    return this.parts_.comparison
  }

  /** Named prompts, what people think of drafts, and blind comparisons: which prompt is better. */
  get verdict(): PlaygroundVerdict {
    return this.parts_.verdict
  }

  // Which e-mail may be sent, and who said so

  /**
   * Freezes the e-mail that a sender must send verbatim, in place of the one approved before. Exactly
   * what is approved already changes nothing: who approved it first, approved it.
   *
   * @throws MedusaError NOT_FOUND for a draft that is not of this lead; NOT_ALLOWED for one of another
   *   step, without text, or rejected, and for a lead without a PERSONALIZATION variant
   */
  async approveEmail(input: review.ApproveEmailInput): Promise<review.ApproveEmailOutcome> {
    return this.parts_.review.approve(input)
  }

  /** Approves drafts as they are, each by itself: one that is refused stops no other. */
  async approveDrafts(input: review.ApproveDraftsInput): Promise<review.ApprovedDraftsDTO> {
    return this.parts_.review.approveDrafts(input)
  }

  /** Rejections and withdrawn approvals of many drafts at once. */
  get bulkReview(): BulkReview {
    return this.parts_.bulkReview
  }

  /** What these drafts are for. @throws MedusaError NOT_FOUND for a batch that is not the campaign's */
  async listDraftLeads(
    campaign_id: string,
    batch_id: string,
    draft_ids: string[]
  ): Promise<review.DraftLeadsDTO> {
    return this.parts_.review.listDraftLeads(campaign_id, batch_id, draft_ids)
  }

  /** Takes approvals away; those that are not there are passed over. @returns how many */
  async withdrawApprovals(input: review.WithdrawApprovalsInput): Promise<number> {
    return this.parts_.review.withdraw(input)
  }

  /** @param step_index whose approved e-mail is answered with it; null: none */
  async retrieveLeadReview(
    campaign_id: string,
    campaign_lead_id: string,
    step_index: number | null
  ): Promise<review.LeadReviewDTO> {
    return this.parts_.review.retrieveReview({ campaign_id, campaign_lead_id }, step_index)
  }

  /**
   * Turns a draft down: it is kept, and never approved. One that was rejected before stays as it was.
   *
   * @throws MedusaError NOT_FOUND; NOT_ALLOWED for a task without a draft, or its lead's approved e-mail
   */
  async rejectDraft(input: review.RejectDraftInput): Promise<dto.DraftDTO> {
    return this.parts_.review.reject(input)
  }

  /**
   * The e-mail that may be sent to a lead for a step: exactly these bytes, and when the lead has
   * changed since (`lead_changed_at`). There is none for a lead that was deleted.
   *
   * @throws MedusaError NOT_FOUND
   */
  async retrieveApprovedEmail(
    campaign_lead_id: string,
    step_index: number
  ): Promise<review.ApprovedEmailDTO> {
    return this.parts_.review.retrieveApproved(campaign_lead_id, step_index)
  }

  /** Those of these leads that hold an approved e-mail for the step. */
  async listApprovedLeadIds(step_index: number, campaign_lead_ids: string[]): Promise<string[]> {
    return this.parts_.review.listApprovedLeadIds(step_index, campaign_lead_ids)
  }

  /** The approvals of these leads that are not flagged as stale yet. */
  async listUnchangedApprovals(
    campaign_id: string,
    campaign_lead_ids: string[]
  ): Promise<{ campaign_lead_id: string; step_index: number }[]> {
    return this.parts_.review.listUnchanged(campaign_id, campaign_lead_ids)
  }

  /** Flags the approvals of these leads that differ from what was approved (`lead_changed_at`). */
  async flagStaleApprovals(leads: LeadNow[]): Promise<void> {
    return this.parts_.review.flagStaleApprovals(leads)
  }

  // For operators and scheduled jobs

  /**
   * How the playground does: its queue, what is left to do in all campaigns, and this process. Answers
   * within some seconds even when the queue cannot be reached; not when the database is.
   */
  async retrieveHealth(): Promise<PlaygroundHealthDTO> {
    return readHealth(this.parts_.runtime, this.parts_.options)
  }

  /** Mends what crashes and lost queues left behind. */
  async reconcileDraftTasks(): Promise<ReconcileResult> {
    return this.parts_.runtime.reconcile()
  }

  /** Takes the texts of approvals that were sent; the approvals stay. @returns how many */
  async removeSentTexts(sent: readonly SentEmail[]): Promise<number> {
    return this.parts_.review.removeSentTexts(sent)
  }

  /** Deletes batches that ended more than `retentionDays` ago. @returns how many; 0 when it is off */
  async sweepDraftBatches(): Promise<number> {
    const { retentionDays } = this.parts_.options
    return retentionDays === undefined ? 0 : this.parts_.batches.sweep(retentionDays)
  }
}
