import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import type { DraftQueue } from "../../../queue/draft-queue"
import type { JudgingRuntime } from "../judging/judging-runtime"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"
import { readOpenJudging } from "../sql/judging/read-open-judging"
import { readOpenWork, type OpenTasksRow } from "../sql/reads/read-open-work"
import type { PlaygroundHealthDTO } from "./health-dtos"
import type { PlaygroundRuntime } from "./playground-runtime"

/** See `PlaygroundModuleService.retrieveHealth`. */
export async function readHealth(
  runtime: PlaygroundRuntime,
  options: ResolvedPlaygroundOptions
): Promise<PlaygroundHealthDTO> {
  const manager = await runtime.manager()
  const queue = runtime.queue()
  const [work, depth, judging] = await Promise.all([
    withoutParameters("read open work", () => readOpenWork(manager)),
    depthOf(queue),
    runtime.judging && readJudging(manager, runtime.judging),
  ])
  const reasons = [
    ...problemsWith("", { work, depth }, options),
    ...(judging ? problemsWith("judging ", judging, options) : []),
  ]
  return {
    status: reasons.length === 0 ? "ok" : "degraded",
    reasons,
    queue: toQueue(queue, depth),
    tasks: toTasks(work),
    batches: { running: work.running_batches },
    judging: judging && {
      queue: toQueue(judging.queue, judging.depth),
      tasks: toTasks(judging.work),
    },
    process: {
      worker_mode: runtime.workerMode,
      last_reconciled_at: runtime.lastReconciledAt?.toISOString() ?? null,
    },
  }
}

async function readJudging(manager: EntityManager, runtime: JudgingRuntime) {
  const queue = runtime.queue()
  const { judge_version } = runtime
  const [work, depth] = await Promise.all([
    withoutParameters("read open judging", () => readOpenJudging(manager, { judge_version })),
    depthOf(queue),
  ])
  return { queue, work, depth }
}

/** Null: whatever keeps it from answering, it cannot be reached. */
const depthOf = (queue: DraftQueue): Promise<number | null> => queue.depth().catch(() => null)

const toQueue = ({ backend }: DraftQueue, depth: number | null) => ({
  backend,
  is_reachable: depth !== null,
  depth,
})

const toTasks = ({ pending, running, expired, oldest_due_seconds }: OpenTasksRow) => ({
  pending,
  running,
  expired,
  oldest_pending_seconds: oldest_due_seconds,
})

/** @param kind what the sentences call queue and tasks: "", or a word and a space */
function problemsWith(
  kind: string,
  {
    work: { oldest_due_seconds, expired, running },
    depth,
  }: { work: OpenTasksRow; depth: number | null },
  { leaseMs, reconcileIntervalMs }: ResolvedPlaygroundOptions
): string[] {
  const reasons: string[] = []
  const patience = (leaseMs + reconcileIntervalMs) / 1_000
  if (depth === null) {
    reasons.push(
      `The ${kind}queue cannot be reached: look at its server. Tasks wait, and none is lost.`
    )
  }
  if (expired > 0) {
    reasons.push(
      `${expired} ${kind}tasks are past their lease: their worker is gone. The reconciler takes them up.`
    )
  }
  if (oldest_due_seconds !== null && oldest_due_seconds > patience && running === 0) {
    reasons.push(
      `A ${kind}task has been due for ${Math.round(oldest_due_seconds)} s and none is running: start a ` +
        'process with worker mode "worker" or "shared".'
    )
  }
  return reasons
}
