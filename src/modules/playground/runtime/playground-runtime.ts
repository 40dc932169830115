import type { InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import type { EntityManager } from "typeorm"
import {
  createDataSource,
  resolveConnection,
  type HostOptions,
} from "../../../persistence/data-source"
import { LazyDataSource } from "../../../persistence/lazy-data-source"
import { withoutParameters } from "../../../persistence/database-error"
import { settleEnded } from "../evaluation/settle"
import { createGeneration } from "../generation/create-generation"
import { startDraftWorker } from "../generation/draft-worker"
import type { GenerationDeps } from "../generation/generation-deps"
import { reconcile, type ReconcileResult } from "../generation/reconcile"
import type { ConfiguredJudge } from "../judging/configured-judge"
import { JudgingRuntime } from "../judging/judging-runtime"
import type { GeneratorRegistry } from "../options/load-generators"
import { PLAYGROUND_MODULE, playgroundSchema } from "../module-schema"
import { summarizeIds } from "./summarize-ids"
import { createDraftQueue } from "../../../queue/create-draft-queue"
import type { TaskRef, DraftQueue } from "../../../queue/draft-queue"
import { observeQueueDepth } from "../../../telemetry/observe-queue-depth"
import { BatchWatchers, type BatchWatcher } from "../signals/batch-watchers"
import type { Signal } from "../sql/signal"
import type { HostEvents } from "../signals/host-events"
import { SignalListener } from "../signals/signal-listener"
import { SignalSender } from "../signals/signal-sender"
import type { DraftBatchStatusDTO } from "../batches/dtos"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"

/**
 * Where a job costs 1.4 times what such a draft does, with eight of them it costs a sixth. In Postgres a
 * job costs more (docs/performance.md).
 */
const INSTANT_DRAFTS_PER_JOB = { redis: 8, postgres: 16 }

const SHUTDOWN_SIGNALS = ["SIGTERM", "SIGINT"] as const

/**
 * Longest that a statement of the ledger may go unanswered, in ms; a lease at most, because every slot
 * of the process waits behind a claim, and every lease behind a renewal.
 */
const LONGEST_STATEMENT_MS = 10_000

interface RuntimeDeps {
  logger: Logger
  options: ResolvedPlaygroundOptions
  generators: GeneratorRegistry
  judge: ConfiguredJudge | null
  events: HostEvents
  hostOptions: HostOptions
  declaration: InternalModuleDeclaration | undefined
}

/**
 * What is alive in one process: the pool, the queue, the worker, the listening connection, the open
 * streams. Each is opened when first needed, because the host also builds the module to migrate and
 * to run scripts, and closed in the order in which they depend on each other.
 */
export class PlaygroundRuntime {
  /** Null: the host has no judge. */
  readonly judging: JudgingRuntime | null
  private readonly watchers_: BatchWatchers<DraftBatchStatusDTO>
  private readonly signals_: SignalSender
  private readonly database_: LazyDataSource
  private readonly listener_: SignalListener
  private queue_: DraftQueue | null = null
  private generation_: GenerationDeps | null = null
  private isListeningToProcess_ = false
  private stopObserving_: (() => void)[] = []
  private lastReconciledAt_: Date | null = null

  constructor(private readonly deps_: RuntimeDeps) {
    const { hostOptions, judge: configured, logger, options } = deps_
    this.database_ = new LazyDataSource(() =>
      createDataSource({
        schema: playgroundSchema,
        options: hostOptions,
        poolSize: options.poolSize,
        statementLimitMs: Math.min(options.leaseMs, LONGEST_STATEMENT_MS),
        logger,
      })
    )
    this.watchers_ = new BatchWatchers({ logger })
    this.signals_ = new SignalSender({ manager: () => this.manager(), logger })
    this.listener_ = new SignalListener({
      connection: resolveConnection(PLAYGROUND_MODULE, hostOptions),
      logger,
      onSignal: (signal) => this.onSignal_(signal),
      onReconnect: () => this.catchUp_(),
    })
    this.judging =
      configured &&
      new JudgingRuntime({
        configured,
        manager: () => this.manager(),
        createQueue: (concurrency) =>
          createDraftQueue({ name: "judgements", ...this.queueInput_(), concurrency }),
        logger,
        options,
      })
  }

  async manager(): Promise<EntityManager> {
    return (await this.database_.ready()).manager
  }

  queue(): DraftQueue {
    const { concurrency, rateLimit } = this.deps_.options
    this.queue_ ??= createDraftQueue({ ...this.queueInput_(), concurrency, rateLimit })
    return this.queue_
  }

  private queueInput_() {
    const { options, hostOptions, logger } = this.deps_
    return {
      redisUrl: options.redisUrl,
      prefix: options.queuePrefix,
      connection: resolveConnection(PLAYGROUND_MODULE, hostOptions),
      logger,
    }
  }

  /**
   * Tells the queue, once whoever asked for it has been answered: 200 jobs keep the event loop busy
   * for as long as the commit took. An unreachable queue is logged; the reconciler enqueues later.
   */
  enqueue(tasks: TaskRef[], { is_instant = false }: { is_instant?: boolean }): void {
    setImmediate(() => {
      const queue = this.queue()
      queue
        .enqueue(tasks, { perJob: is_instant ? INSTANT_DRAFTS_PER_JOB[queue.backend] : 1 })
        .catch((error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error)
          this.deps_.logger.warn(
            `playground: ${tasks.length} tasks are committed but not enqueued: ${reason} ` +
              `(tasks ${summarizeIds(tasks.map(({ task_id }) => task_id))})`
          )
        })
    })
  }

  /** The host's; `shared` where it names none. */
  get workerMode(): "server" | "worker" | "shared" {
    return this.deps_.declaration?.worker_mode ?? "shared"
  }

  /** When this process last reconciled to the end; null: not yet. */
  get lastReconciledAt(): Date | null {
    return this.lastReconciledAt_
  }

  /** See `reconcile`. */
  async reconcile(): Promise<ReconcileResult> {
    const { events, options } = this.deps_
    const manager = await this.manager()
    const result = await reconcile(manager, this.queue(), options, (batch) =>
      events.batchFinished(batch)
    )
    await withoutParameters("settle evaluations", () =>
      settleEnded(manager, this.deps_.judge?.version ?? null)
    )
    await this.judging?.reconcile()
    this.lastReconciledAt_ = new Date()
    return result
  }

  /** Follows a batch: see `BatchWatchers.watch`. */
  watch(
    batchId: string,
    read: () => Promise<DraftBatchStatusDTO>,
    watcher: BatchWatcher<DraftBatchStatusDTO>
  ): () => void {
    this.listener_.open()
    this.endStreamsOnSignal_()
    return this.watchers_.watch(batchId, read, watcher)
  }

  /** Stops the batch's calls, here at once and in other processes as soon as they hear of it. */
  abortBatch(batchId: string): void {
    this.generation_?.leases.abortBatch(batchId)
    this.judging?.abortBatch(batchId)
    this.signals_.send({ type: "cancelled", batch_id: batchId })
  }

  /**
   * Stops the judge's calls whose tasks were cancelled while the batch's drafts go on, here at once and
   * in other processes as soon as they hear of it.
   */
  abortJudging(batchId: string): void {
    this.judging?.renewNow()
    this.signals_.send({ type: "judging_cancelled", batch_id: batchId })
  }

  async start(): Promise<void> {
    // Connects in the background, so that the first enqueue finds it connected.
    const queue = this.queue()
    this.stopObserving_ = [observeQueueDepth("drafting", queue)]
    if (this.judging) {
      this.stopObserving_.push(observeQueueDepth("judging", this.judging.queue()))
    }
    // The host's rule: background work everywhere but in `server` mode.
    if (this.workerMode === "server") return
    const { events, generators, logger, options } = this.deps_
    await this.database_.ready()
    this.listener_.open()
    this.generation_ = createGeneration({
      manager: () => this.manager(),
      retrieveGenerator: (identifier) => generators.get(identifier),
      queue: this.queue(),
      logger,
      options,
      onProgress: (batchIds) =>
        batchIds.forEach((batch_id) => this.signals_.send({ type: "progress", batch_id })),
      onFinished: (batch) => {
        logger.info(`playground: finished batch ${batch.id}`)
        events.batchFinished(batch)
        void this.judging?.takeOrders()
      },
    })
    startDraftWorker(this.generation_, this.queue(), logger)
    this.judging?.start()
  }

  /** Ends open streams and the worker, within the option `shutdownTimeoutMs` and a second. */
  async stop(): Promise<void> {
    this.closeWatchers_()
    for (const stop of this.stopObserving_) stop()
    const { shutdownTimeoutMs } = this.deps_.options
    await Promise.all([
      this.queue_?.close(shutdownTimeoutMs),
      this.judging?.stop(shutdownTimeoutMs),
    ])
  }

  /** Closes every connection. */
  async dispose(): Promise<void> {
    await this.listener_.close()
    await this.signals_.settled()
    await this.database_.destroy()
  }

  /**
   * The host answers SIGTERM by waiting for every open socket, and only then calls our hooks: a
   * stream would hold it up without end. So the streams end on the signal itself.
   */
  private endStreamsOnSignal_(): void {
    if (this.isListeningToProcess_) return
    this.isListeningToProcess_ = true
    for (const signal of SHUTDOWN_SIGNALS) process.once(signal, this.closeWatchers_)
  }

  private readonly closeWatchers_ = (): void => {
    for (const signal of SHUTDOWN_SIGNALS) process.removeListener(signal, this.closeWatchers_)
    this.watchers_.close()
  }

  private onSignal_({ type, batch_id }: Signal): void {
    if (type === "cancelled") {
      this.generation_?.leases.abortBatch(batch_id)
      this.judging?.abortBatch(batch_id)
    }
    if (type === "judging_cancelled") this.judging?.renewNow()
    this.watchers_.touch(batch_id)
  }

  private catchUp_(): void {
    this.generation_?.leases.renewNow()
    this.judging?.renewNow()
    this.watchers_.touchAll()
  }
}
