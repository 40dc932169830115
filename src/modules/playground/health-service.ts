import { withoutParameters } from "../../persistence/database-error"
import { ComparisonService } from "./comparison-service"
import type { PlaygroundRuntime } from "./runtime/playground-runtime"
import { readOpenWork, type OpenWorkRow } from "./sql/reads/read-open-work"
import type { PlaygroundHealthDTO } from "./runtime/health-dtos"
import type { ResolvedPlaygroundOptions } from "./options/playground-options"

/** The part of the playground's service that operators ask. */
export abstract class HealthService extends ComparisonService {
  protected abstract readonly runtime_: PlaygroundRuntime
  protected abstract readonly options_: ResolvedPlaygroundOptions
  protected lastReconciledAt_: Date | null = null

  /**
   * How the playground does: its queue, what is left to do in all campaigns, and this process. Answers
   * within some seconds also when the queue is away; not when the database is.
   */
  async retrieveHealth(): Promise<PlaygroundHealthDTO> {
    const manager = await this.manager_()
    const queue = this.runtime_.queue()
    const [work, depth] = await Promise.all([
      withoutParameters("read open work", () => readOpenWork(manager)),
      // Whatever keeps it from answering, it cannot be reached.
      queue.depth().catch(() => null),
    ])
    const reasons = problemsWith(work, depth, this.options_)
    return {
      status: reasons.length === 0 ? "ok" : "degraded",
      reasons,
      queue: { backend: queue.backend, is_reachable: depth !== null, depth },
      tasks: {
        pending: work.pending,
        running: work.running,
        expired: work.expired,
        oldest_pending_seconds: work.oldest_due_seconds,
      },
      batches: { running: work.running_batches },
      process: {
        worker_mode: this.runtime_.workerMode,
        last_reconciled_at: this.lastReconciledAt_?.toISOString() ?? null,
      },
    }
  }
}

function problemsWith(
  { oldest_due_seconds, expired, running }: OpenWorkRow,
  depth: number | null,
  { leaseMs, reconcileIntervalMs }: ResolvedPlaygroundOptions
): string[] {
  const reasons: string[] = []
  const patience = (leaseMs + reconcileIntervalMs) / 1_000
  if (depth === null) {
    reasons.push("The queue cannot be reached: look at its server. Tasks wait, and none is lost.")
  }
  if (expired > 0) {
    reasons.push(
      `${expired} tasks are past their lease: their worker is gone. The reconciler takes them up.`
    )
  }
  if (oldest_due_seconds !== null && oldest_due_seconds > patience && running === 0) {
    reasons.push(
      `A task has been due for ${Math.round(oldest_due_seconds)} s and none is running: start a ` +
        'process with worker mode "worker" or "shared".'
    )
  }
  return reasons
}
