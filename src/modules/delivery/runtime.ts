import { MedusaError } from "@medusajs/framework/utils"
import type { InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import type { EntityManager } from "typeorm"
import {
  createDataSource,
  resolveConnection,
  type HostOptions,
} from "../../persistence/data-source"
import { withoutParameters } from "../../persistence/database-error"
import { LazyDataSource } from "../../persistence/lazy-data-source"
import { createDraftQueue } from "../../queue/create-draft-queue"
import type { DraftQueue } from "../../queue/draft-queue"
import { observeQueueDepth } from "../../telemetry/observe-queue-depth"
import type { DeliveryEvents } from "./delivery-events"
import type { TransportRegistry } from "./loaders/transports"
import { DELIVERY_MODULE, deliverySchema } from "./module-schema"
import type { ResolvedDeliveryOptions } from "./options/delivery-options"
import { planWake, type Wake } from "./sql/plan-wake"
import type { DefaultSenders } from "./sql/hold-reason"
import { readUnsubscribeKey } from "./sql/read-unsubscribe-key"
import { toSourceViews } from "./sql/source-views"
import { createInstruments } from "./telemetry/instruments"
import { createAcceptances } from "./worker/accept-mails"
import type { DeliveryDeps } from "./worker/delivery-deps"
import { reconcileSends, type ReconcileSendsResult } from "./worker/reconcile"
import { runCampaign } from "./worker/run-campaign"

/** Takes are short; each mail in flight writes its outcome once. */
const POOL_SIZE = 4
/** Campaigns that one process sends for at the same time. */
const CAMPAIGNS_AT_ONCE = 4

interface RuntimeDeps {
  logger: Logger
  options: ResolvedDeliveryOptions
  transports: TransportRegistry
  defaultTransport: string
  defaultSenders: DefaultSenders
  publicUrl: string | null
  events: DeliveryEvents
  hostOptions: HostOptions
  declaration: InternalModuleDeclaration | undefined
}

/**
 * What is alive in one process: the pool, the queue, the worker, the transports' connections. Opened
 * when first needed, because the host also builds the module to migrate and to run scripts.
 */
export class DeliveryRuntime {
  /** Of this process; null: not yet. */
  lastReconciledAt: Date | null = null
  private readonly database_: LazyDataSource
  private readonly worker_: DeliveryDeps
  private queue_: DraftQueue | null = null
  private stopObserving_: () => void = () => {}
  private unsubscribeKey_: Promise<string> | null = null

  constructor(private readonly deps_: RuntimeDeps) {
    const { hostOptions, logger, options } = deps_
    this.database_ = new LazyDataSource(() =>
      createDataSource({
        schema: deliverySchema,
        options: hostOptions,
        poolSize: POOL_SIZE,
        logger,
      })
    )
    const shared = {
      manager: () => this.manager(),
      events: deps_.events,
      logger,
      options,
    }
    this.worker_ = {
      ...shared,
      accept: createAcceptances(shared),
      views: toSourceViews(options.campaignSource),
      transports: deps_.transports,
      defaultTransport: deps_.defaultTransport,
      defaultSenders: deps_.defaultSenders,
      publicUrl: deps_.publicUrl,
      unsubscribeKey: () => this.unsubscribeKey(),
      instruments: createInstruments(),
      wake: (campaign_id, after) => this.wake_(campaign_id, after),
    }
  }

  async manager(): Promise<EntityManager> {
    return (await this.database_.ready()).manager
  }

  /** What signs links to unsubscribe: the same in every process, for good. */
  unsubscribeKey(): Promise<string> {
    this.unsubscribeKey_ ??= this.readUnsubscribeKey_().catch((error: unknown) => {
      this.unsubscribeKey_ = null
      throw error
    })
    return this.unsubscribeKey_
  }

  /**
   * Has a worker look at the campaign, off the caller's path. A queue that is away is logged: the
   * reconciler enqueues.
   */
  wakeSoon(campaign_id: string): void {
    setImmediate(() => {
      this.wake_(campaign_id, null).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        this.deps_.logger.warn(`playground: campaign ${campaign_id} waits to be sent: ${reason}`)
      })
    })
  }

  async reconcile(): Promise<ReconcileSendsResult> {
    const result = await reconcileSends(this.worker_, {
      intervalMs: this.deps_.options.reconcileIntervalMs,
      enqueue: (wakes) => this.enqueue_(wakes),
    })
    this.lastReconciledAt = new Date()
    return result
  }

  get hasPublicUrl(): boolean {
    return this.deps_.publicUrl !== null
  }

  async start(): Promise<void> {
    this.stopObserving_ = observeQueueDepth("sending", this.queue())
    // The host's rule: background work everywhere but in `server` mode.
    if (this.deps_.declaration?.worker_mode === "server") return
    if (this.deps_.publicUrl === null) {
      this.deps_.logger.warn(
        'playground: nothing is sent: set the option "sending.publicUrl" to the address of this host.'
      )
    }
    await this.database_.ready()
    this.worker_.instruments = createInstruments()
    this.queue().listen(async ({ task_id }, shutdown) => {
      try {
        await runCampaign(this.worker_, task_id, shutdown)
      } catch (error) {
        // The job is acknowledged all the same: the rows keep the work, and the reconciler enqueues.
        const reason = error instanceof Error ? error.message : String(error)
        this.deps_.logger.warn(
          `playground: campaign ${task_id} is left to the reconciler: ${reason}`
        )
      }
    })
  }

  /** Takes no more, and waits for mails in flight up to the option `shutdownTimeoutMs`. */
  async stop(): Promise<void> {
    this.stopObserving_()
    await this.queue_?.close(this.deps_.options.shutdownTimeoutMs)
  }

  /** Closes every connection. */
  async dispose(): Promise<void> {
    for (const transport of this.deps_.transports.values()) await transport.close?.()
    await this.database_.destroy()
  }

  queue(): DraftQueue {
    const { options, hostOptions, logger } = this.deps_
    this.queue_ ??= createDraftQueue({
      name: "sends",
      redisUrl: options.redisUrl,
      prefix: options.queuePrefix,
      connection: resolveConnection(DELIVERY_MODULE, hostOptions),
      concurrency: CAMPAIGNS_AT_ONCE,
      logger,
    })
    return this.queue_
  }

  private async wake_(campaign_id: string, after: string | null): Promise<void> {
    const manager = await this.manager()
    const wake = await withoutParameters("plan wake", () => planWake(manager, campaign_id, after))
    if (wake) await this.enqueue_([wake])
  }

  private async enqueue_(wakes: Wake[]): Promise<void> {
    for (const { campaign_id, epoch, delay_ms } of wakes) {
      await this.queue().enqueue([{ task_id: campaign_id, epoch }], { delayMs: delay_ms })
    }
  }

  private async readUnsubscribeKey_(): Promise<string> {
    const manager = await this.manager()
    const key = await withoutParameters("read key", () => readUnsubscribeKey(manager))
    if (key !== null) return key
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "delivery: the key that signs links is missing; run `medusa db:migrate`"
    )
  }
}
