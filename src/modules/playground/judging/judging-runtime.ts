import type { Logger } from "@medusajs/framework/types"
import { LRUCache } from "lru-cache"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import type { DraftQueue, TaskRef } from "../../../queue/draft-queue"
import { toSpendCaps } from "../generation/cap-spend"
import { LeaseKeeper } from "../generation/lease-keeper"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"
import { renewJudgingLeases } from "../sql/judging/claim-judging-task"
import { takeJudgingOrders } from "../sql/judging/create-judging-tasks"
import { cancelCappedJudging } from "../sql/judging/end-judging"
import {
  cancelOutdatedJudging,
  failExhaustedJudging,
  requeueDueJudging,
} from "../sql/judging/mend-judging"
import { retrieveBatchContext, type BatchContextRow } from "../sql/reads/retrieve-batch-context"
import { MAX_LOST_WORKERS } from "../state-machine"
import { createInstruments } from "../telemetry/instruments"
import type { ConfiguredJudge } from "./configured-judge"
import type { JudgingDeps } from "./judging-deps"
import { runJudgingTask } from "./run-judging-task"

/** Contexts of batches that are being judged; each holds a prompt and a few snapshots. */
const MAX_CACHED_CONTEXTS = 20
/** How many batches, or tasks, one statement takes at most. */
const ORDERS_AT_ONCE = 20
const REQUEUE_LIMIT = 1_000

interface JudgingRuntimeInput {
  configured: ConfiguredJudge
  manager: () => Promise<EntityManager>
  /** A queue of its own, with workers of its own: judging never takes a slot from a draft. */
  createQueue: (concurrency: number) => DraftQueue
  logger: Logger
  options: ResolvedPlaygroundOptions
}

/** What judges in one process: its queue, its worker and the leases that it holds. */
export class JudgingRuntime {
  private readonly leases_: LeaseKeeper
  private readonly contexts_: LRUCache<string, BatchContextRow>
  private queue_: DraftQueue | null = null

  constructor(private readonly input_: JudgingRuntimeInput) {
    const { logger, manager, options } = input_
    this.leases_ = new LeaseKeeper({
      logger,
      leaseMs: options.leaseMs,
      renew: async (held) => {
        const db = await manager()
        const renewed = await withoutParameters("renew judging leases", () =>
          renewJudgingLeases(db, { leases: held, leaseMs: options.leaseMs })
        )
        return new Set(renewed.map((lease) => lease.lease_token))
      },
    })
    this.contexts_ = new LRUCache<string, BatchContextRow>({
      max: MAX_CACHED_CONTEXTS,
      fetchMethod: async (batchId) => {
        const db = await manager()
        const context = await withoutParameters("read batch", () =>
          retrieveBatchContext(db, batchId)
        )
        return context ?? undefined
      },
    })
  }

  /** Version of the judge: tasks of another one are not its own. */
  get judge_version(): string {
    return this.input_.configured.version
  }

  /** Starts taking judging tasks. */
  start(): void {
    const { configured, logger, manager, options } = this.input_
    const deps: JudgingDeps = {
      db: manager,
      configured,
      queue: this.queue(),
      leases: this.leases_,
      caps: toSpendCaps(options) ?? { maxTokens: null, maxCost: null },
      retrieveContext: (batchId) => this.contexts_.fetch(batchId),
      instruments: createInstruments(),
      logger,
      options,
    }
    this.queue().listen(async ({ task_id }, shutdown) => {
      try {
        await runJudgingTask(deps, task_id, shutdown)
      } catch (error) {
        // The job is acknowledged all the same: the row keeps the task, and the reconciler enqueues it.
        const reason = error instanceof Error ? error.message : String(error)
        logger.warn(`playground: judging task ${task_id} is left to the reconciler: ${reason}`)
      }
    })
  }

  queue(): DraftQueue {
    this.queue_ ??= this.input_.createQueue(this.input_.configured.concurrency)
    return this.queue_
  }

  /** Tells the queue, off the caller's path. An unreachable one is logged: the reconciler enqueues. */
  enqueue(tasks: readonly TaskRef[]): void {
    if (tasks.length === 0) return
    setImmediate(() => {
      this.queue()
        .enqueue(tasks)
        .catch((error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error)
          this.input_.logger.warn(`playground: ${tasks.length} drafts wait to be judged: ${reason}`)
        })
    })
  }

  /**
   * Has batches judged that have ended and were to be judged by themselves: with `auto` all that were
   * made since, and those of evaluations that ask something of the judge. Never rejects.
   */
  async takeOrders(): Promise<void> {
    try {
      this.enqueue(await this.createOrdered_())
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.input_.logger.warn(`playground: the reconciler will have batches judged: ${reason}`)
    }
  }

  /** Mends what crashes and lost queues left behind. Any number of processes may run it at once. */
  async reconcile(): Promise<void> {
    const { configured, manager, options } = this.input_
    const judge_version = configured.version
    const db = await manager()
    const caps = toSpendCaps(options)
    await withoutParameters("mend judging", async () => {
      if (caps) await cancelCappedJudging(db, { ...caps, batch_id: null })
      await failExhaustedJudging(db, { maxLostWorkers: MAX_LOST_WORKERS })
      await cancelOutdatedJudging(db, { judge_version })
      this.enqueue(await this.createOrdered_())
    })
    // Last, since this is what fails while the queue cannot be reached.
    const isQueueEmpty = (await this.queue().depth()) === 0
    const due = await withoutParameters("requeue judging", () =>
      requeueDueJudging(db, {
        judge_version,
        intervalMs: options.reconcileIntervalMs,
        isQueueEmpty,
        limit: REQUEUE_LIMIT,
      })
    )
    if (due.length > 0) await this.queue().enqueue(due)
  }

  /**
   * Stops every call about the batch: at once, or where its drafts stand beside another batch's, as soon
   * as the leases say so. A hint: the rows were flipped before.
   */
  abortBatch(batchId: string): void {
    this.leases_.abortBatch(batchId)
    this.leases_.renewNow()
  }

  /** Whoever lost a lease while signals were missed learns it now. */
  renewNow(): void {
    this.leases_.renewNow()
  }

  async stop(deadlineMs: number): Promise<void> {
    await this.queue_?.close(deadlineMs)
  }

  private async createOrdered_(): Promise<TaskRef[]> {
    const { configured, manager } = this.input_
    const db = await manager()
    return withoutParameters("take judging orders", () =>
      takeJudgingOrders(db, { judge_version: configured.version, limit: ORDERS_AT_ONCE })
    )
  }
}
