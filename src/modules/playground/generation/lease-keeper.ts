import type { Logger } from "@medusajs/framework/types"
import { summarizeIds } from "../runtime/summarize-ids"
import type { Lease } from "../sql/transitions/claim-tasks"
import { BatchCancelledError, LeaseLostError } from "./abort-reasons"

/** A lease while its call runs. */
export interface HeldLease {
  /** Fires when the call must stop; its reason says why. */
  readonly signal: AbortSignal
  /** Stops the call. */
  abort(reason: Error): void
  /** Ends the keeping. To be called once the task is written, failed or given back. */
  release(): void
}

interface LeaseKeeperDeps {
  /** Extends the leases and answers the tokens of those that are still held. */
  renew: (leases: readonly Lease[]) => Promise<ReadonlySet<string>>
  leaseMs: number
  logger: Pick<Logger, "warn">
}

interface KeptLease extends Lease {
  batch_id: string
  controller: AbortController
}

/**
 * Renews all leases of this process together, every third of their length, and stops the calls whose
 * lease is gone. Idle while none is held.
 */
export class LeaseKeeper {
  private readonly kept_ = new Map<string, KeptLease>()
  private readonly perBatch_ = new Map<string, number>()
  private timer_: NodeJS.Timeout | null = null
  private isRenewing_ = false

  constructor(private readonly deps_: LeaseKeeperDeps) {}

  /** How many leases are held. */
  get size(): number {
    return this.kept_.size
  }

  /** True while a lease of the batch is held. */
  holds(batchId: string): boolean {
    return (this.perBatch_.get(batchId) ?? 0) > 0
  }

  hold(lease: Lease & { batch_id: string }): HeldLease {
    const { task_id, lease_token, batch_id } = lease
    const controller = new AbortController()
    this.kept_.set(lease_token, { task_id, lease_token, batch_id, controller })
    this.perBatch_.set(batch_id, (this.perBatch_.get(batch_id) ?? 0) + 1)
    this.schedule_()
    return {
      signal: controller.signal,
      abort: (reason) => controller.abort(reason),
      release: () => {
        if (!this.kept_.delete(lease_token)) return
        const left = (this.perBatch_.get(batch_id) ?? 1) - 1
        if (left > 0) this.perBatch_.set(batch_id, left)
        else this.perBatch_.delete(batch_id)
        if (this.kept_.size === 0) this.stop_()
      },
    }
  }

  /** Stops every call of the batch. A hint: the rows were flipped before. */
  abortBatch(batchId: string): void {
    for (const lease of this.kept_.values()) {
      if (lease.batch_id === batchId) lease.controller.abort(new BatchCancelledError(batchId))
    }
  }

  /** Renews at once: whoever lost a lease while signals were missed learns it now. */
  renewNow(): void {
    if (this.kept_.size === 0 || this.isRenewing_) return
    this.stop_()
    void this.renewAll_()
  }

  private schedule_(): void {
    if (this.isRenewing_) return
    this.timer_ ??= setTimeout(() => void this.renewAll_(), this.deps_.leaseMs / 3).unref()
  }

  private stop_(): void {
    if (this.timer_) clearTimeout(this.timer_)
    this.timer_ = null
  }

  private async renewAll_(): Promise<void> {
    const leases = [...this.kept_.values()]
    this.isRenewing_ = true
    try {
      const renewed = await this.deps_.renew(leases)
      for (const { task_id, lease_token, controller } of leases) {
        // One that was released meanwhile is not kept any more, and must not be called lost.
        if (renewed.has(lease_token) || !this.kept_.has(lease_token)) continue
        controller.abort(new LeaseLostError(task_id))
      }
    } catch (error) {
      // The calls go on: a lease that runs out unrenewed may still complete if nobody took it over.
      const reason = error instanceof Error ? error.message : String(error)
      const tasks = summarizeIds(leases.map(({ task_id }) => task_id))
      this.deps_.logger.warn(
        `playground: ${leases.length} leases were not renewed: ${reason} (tasks ${tasks})`
      )
    } finally {
      this.isRenewing_ = false
      this.timer_ = null
      if (this.kept_.size > 0) this.schedule_()
    }
  }
}
