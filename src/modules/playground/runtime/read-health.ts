import { withoutParameters } from "../../../persistence/database-error"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"
import { readOpenWork, type OpenWorkRow } from "../sql/reads/read-open-work"
import type { PlaygroundHealthDTO } from "./health-dtos"
import type { PlaygroundRuntime } from "./playground-runtime"

/** See `PlaygroundModuleService.retrieveHealth`. */
export async function readHealth(
  runtime: PlaygroundRuntime,
  options: ResolvedPlaygroundOptions
): Promise<PlaygroundHealthDTO> {
  const manager = await runtime.manager()
  const queue = runtime.queue()
  const [work, depth] = await Promise.all([
    withoutParameters("read open work", () => readOpenWork(manager)),
    // Whatever keeps it from answering, it cannot be reached.
    queue.depth().catch(() => null),
  ])
  const reasons = problemsWith(work, depth, options)
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
      worker_mode: runtime.workerMode,
      last_reconciled_at: runtime.lastReconciledAt?.toISOString() ?? null,
    },
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
