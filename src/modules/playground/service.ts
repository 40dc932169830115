import type {
  IEventBusModuleService,
  InternalModuleDeclaration,
  Logger,
  ModuleJoinerConfig,
} from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import type { HostOptions } from "../../persistence/data-source"
import type { CampaignSnapshot, DraftGenerator, StepSnapshot } from "../../ports"
import {
  createDraftBatch,
  findReplay,
  type CreateDraftBatchOutcome,
} from "./batches/create-draft-batch"
import { BatchStore } from "./batches/batch-store"
import { reconcile, type ReconcileResult } from "./generation/reconcile"
import { HealthService } from "./health-service"
import { playgroundJoiner } from "./graph/joiner"
import { previewDraft, type PreviewDraftInput } from "./batches/preview-draft"
import type { GeneratorRegistry } from "./options/load-generators"
import { PromptComparison } from "./comparison/prompt-comparison"
import { assertPromptParses } from "./prompts/assert-prompt-parses"
import { resolvePrompt } from "./prompts/resolve-prompt"
import type { TaskRef } from "../../queue/draft-queue"
import { ReviewStore } from "./review/review-store"
import { PlaygroundRuntime } from "./runtime/playground-runtime"
import type { BatchWatcher } from "./signals/batch-watchers"
import { HostEvents } from "./signals/host-events"
import type {
  CancelledDraftBatchDTO,
  CreateDraftBatchInput,
  DraftBatchDetailDTO,
  DraftBatchPageDTO,
  DraftBatchStatusDTO,
  DraftPageDTO,
  DraftPreviewDTO,
  ResolvedPromptDTO,
  RetriedDraftBatchDTO,
} from "./batches/dtos"
import type { ResolvedPlaygroundOptions } from "./options/playground-options"

/** Where a job costs 1.4 times what such a draft does, with eight of them it costs a sixth (docs/performance.md). */
const INSTANT_DRAFTS_PER_JOB = 8

interface InjectedDependencies {
  logger: Logger
  /** The host's; not there where it only migrates. */
  event_bus?: IEventBusModuleService
  playgroundOptions: ResolvedPlaygroundOptions
  playgroundGenerators: GeneratorRegistry
  /** Which of them drafts. */
  playgroundGenerator: string
}

/**
 * The playground's face in the host's container: batches of drafts, and the worker that writes them.
 * Resolve it as `container.resolve("playground")`.
 */
export default class PlaygroundModuleService extends HealthService {
  protected readonly logger_: Logger
  protected readonly options_: ResolvedPlaygroundOptions
  protected readonly generators_: GeneratorRegistry
  protected readonly generatorId_: string
  protected readonly ledger_: BatchStore
  protected readonly comparison_: PromptComparison
  protected readonly review_: ReviewStore
  protected readonly events_: HostEvents
  protected readonly runtime_: PlaygroundRuntime

  __hooks = {
    onApplicationStart: () => this.logged_("start", () => this.runtime_.start()),
    onApplicationPrepareShutdown: () => this.logged_("stop", () => this.runtime_.stop()),
    onApplicationShutdown: () => this.logged_("let go", () => this.runtime_.dispose()),
  }

  constructor(
    dependencies: InjectedDependencies,
    hostOptions: HostOptions,
    declaration?: InternalModuleDeclaration
  ) {
    super()
    this.logger_ = dependencies.logger
    this.options_ = dependencies.playgroundOptions
    this.generators_ = dependencies.playgroundGenerators
    this.generatorId_ = dependencies.playgroundGenerator
    this.events_ = new HostEvents({
      logger: this.logger_,
      // Asked first: the host's container refuses to hand out what it does not have.
      eventBus: Object.hasOwn(dependencies, "event_bus") ? dependencies.event_bus : undefined,
    })
    this.runtime_ = new PlaygroundRuntime({
      logger: this.logger_,
      options: this.options_,
      generators: this.generators_,
      events: this.events_,
      hostOptions,
      declaration,
    })
    this.ledger_ = new BatchStore(() => this.manager_(), this.options_.currency)
    this.comparison_ = new PromptComparison(() => this.manager_(), this.options_.currency)
    this.review_ = new ReviewStore(() => this.manager_(), this.events_)
  }

  /** Called on the prototype, before there is an instance. */
  __joinerConfig(): ModuleJoinerConfig {
    return playgroundJoiner
  }

  /** Key of the module that supplies campaigns and leads (option `campaignSource`). */
  getCampaignSourceKey(): string {
    return this.options_.campaignSource
  }

  /**
   * Settles which prompt a batch uses: the request's, else the campaign's, else the sender's, else
   * the option `defaultPrompt`, else the generator's own. A blank one does not count.
   *
   * @throws MedusaError INVALID_DATA when it is no valid template, with line and column
   */
  resolvePrompt(input: {
    custom_prompt: string | null
    campaign: CampaignSnapshot
    step: StepSnapshot
  }): ResolvedPromptDTO {
    const prompt = resolvePrompt({
      request: input.custom_prompt,
      campaign: input.campaign.system_prompt,
      sender: input.step.sender?.custom_prompt ?? null,
      default: this.options_.defaultPrompt ?? this.generator_().defaultPrompt,
    })
    assertPromptParses(prompt)
    return prompt
  }

  /** What generating would do for one lead, and what for many. Calls no model. */
  async previewDraft(input: PreviewDraftInput): Promise<DraftPreviewDTO> {
    const generator = this.generator_()
    const identifier = this.generatorId_
    const outputTokens = await this.ledger_.estimateOutputTokens({
      campaign_id: input.campaign.id,
      generator: identifier,
      model: generator.model ?? null,
    })
    return previewDraft(input, { ...this.options_, generator, identifier, outputTokens })
  }

  /** Commits a batch and its tasks; nothing is enqueued yet: see `enqueueTasks`. */
  async createDraftBatch(input: CreateDraftBatchInput): Promise<CreateDraftBatchOutcome> {
    const { model, isInstant } = this.generator_()
    const terms = {
      generator: this.generatorId_,
      model: model ?? null,
      isInstant: isInstant ?? false,
      maxActiveBatches: this.options_.maxActiveBatches,
    }
    return createDraftBatch(await this.runtime_.manager(), terms, input)
  }

  /** The batch that an idempotency key made before; null when the key is new to the campaign. */
  async findBatchByIdempotencyKey(
    campaign_id: string,
    idempotency: { key: string; request_fingerprint: string }
  ): Promise<Exclude<CreateDraftBatchOutcome, { outcome: "created" }> | null> {
    return findReplay(await this.runtime_.manager(), campaign_id, idempotency)
  }

  /**
   * Enqueues committed tasks. Answers at once and never fails: an unreachable queue is
   * logged, and the reconciler enqueues them once it is back.
   *
   * @param options.is_instant whether their generator is, see `DraftGenerator.isInstant`; false
   */
  enqueueTasks(tasks: TaskRef[], { is_instant = false }: { is_instant?: boolean } = {}): void {
    this.runtime_.enqueue(tasks, { perJob: is_instant ? INSTANT_DRAFTS_PER_JOB : 1 })
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
  ): Promise<DraftBatchStatusDTO> {
    return this.ledger_.retrieveStatus(campaign_id, batch_id)
  }

  /**
   * A page of a batch's drafts with their whole text, in lead order.
   *
   * @throws MedusaError NOT_FOUND
   */
  async listBatchDrafts(
    campaign_id: string,
    batch_id: string,
    page: { offset: number; limit: number }
  ): Promise<DraftPageDTO> {
    return this.ledger_.listDrafts(campaign_id, batch_id, page)
  }

  /** A page of the campaign's batches, newest first; of one step, unless that is null. */
  async listDraftBatches(
    campaign_id: string,
    page: { step_index: number | null; offset: number; limit: number }
  ): Promise<DraftBatchPageDTO> {
    return this.ledger_.listBatches(campaign_id, page)
  }

  /** One batch with its prompt's text. @throws MedusaError NOT_FOUND */
  async retrieveDraftBatch(campaign_id: string, batch_id: string): Promise<DraftBatchDetailDTO> {
    return this.ledger_.retrieveBatch(campaign_id, batch_id)
  }

  /**
   * Stops a batch: once this answers, none of its drafts is ever written again, and calls in flight
   * are aborted in every process. Drafts that are already there stay.
   *
   * @throws MedusaError NOT_FOUND
   */
  async cancelDraftBatch(campaign_id: string, batch_id: string): Promise<CancelledDraftBatchDTO> {
    const cancelled = await this.ledger_.cancel(campaign_id, batch_id)
    this.runtime_.abortBatch(batch_id)
    if (cancelled) this.events_.batchCancelled(cancelled.batch)
    const cancelled_count = cancelled?.tasks.length ?? 0
    return { campaign_id, batch_id, cancelled_count }
  }

  /**
   * Gives failed tasks of a batch a fresh start; nothing is enqueued yet: see `enqueueTasks`.
   *
   * @param campaign_lead_ids null: all that failed; leads that did not fail are passed over
   * @throws MedusaError NOT_FOUND, NOT_ALLOWED for a cancelled batch
   */
  async retryDraftBatch(
    campaign_id: string,
    batch_id: string,
    campaign_lead_ids: string[] | null
  ): Promise<{ batch: RetriedDraftBatchDTO; tasks: TaskRef[] }> {
    return this.ledger_.retry(campaign_id, batch_id, campaign_lead_ids)
  }

  /**
   * Follows a batch until the returned function is called: its state now, and after each change,
   * whichever process makes it. The batch must exist: `retrieveBatchStatus` says so.
   */
  watchDraftBatch(
    campaign_id: string,
    batch_id: string,
    watcher: BatchWatcher<DraftBatchStatusDTO>
  ): () => void {
    const read = () => this.ledger_.retrieveStatus(campaign_id, batch_id)
    return this.runtime_.watch(batch_id, read, watcher)
  }

  /** Mends what crashes and lost queues left behind. For the scheduled job. */
  async reconcileDraftTasks(): Promise<ReconcileResult> {
    const manager = await this.runtime_.manager()
    const result = await reconcile(manager, this.runtime_.queue(), this.options_, (batch) =>
      this.events_.batchFinished(batch)
    )
    this.lastReconciledAt_ = new Date()
    return result
  }

  /**
   * Deletes batches that ended more than `retentionDays` ago. For the scheduled job.
   *
   * @returns how many; 0 when the option is off
   */
  async sweepDraftBatches(): Promise<number> {
    const { retentionDays } = this.options_
    return retentionDays === undefined ? 0 : this.ledger_.sweep(retentionDays)
  }

  protected async manager_(): Promise<EntityManager> {
    return this.runtime_.manager()
  }

  private generator_(): DraftGenerator {
    const generator = this.generators_.get(this.generatorId_)
    if (generator) return generator
    // The loader refuses to boot with a generator that is not configured.
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `playground: generator "${this.generatorId_}" is not loaded`
    )
  }

  /** The host swallows what a hook rejects with. */
  private async logged_(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error))
      this.logger_.error(`playground: could not ${what}: ${reason.message}`, reason)
    }
  }
}
