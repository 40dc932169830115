import { randomUUID } from "node:crypto"
import { inSpan } from "../../../telemetry/in-span"
import { withoutParameters } from "../../../persistence/database-error"
import { ShutdownError } from "../generation/abort-reasons"
import type { HeldLease } from "../generation/lease-keeper"
import { findPrice, toSpend } from "../generation/spend"
import { claimJudgingTask, type ClaimedJudgingRow } from "../sql/judging/claim-judging-task"
import { cancelCappedJudging } from "../sql/judging/end-judging"
import { completeJudging } from "../sql/judging/settle-judging"
import { MAX_LOST_WORKERS } from "../state-machine"
import type { DraftOutcome } from "../telemetry/instruments"
import { judgeDraft } from "./judge-draft"
import { judgePair } from "./judge-pair"
import type { JudgingDeps, PaidJudgingAnswer } from "./judging-deps"
import { settleJudgingFailure } from "./settle-judging-failure"

/**
 * One delivery: claim, keep the lease, judge, write, release. Nothing is claimed when the task is judged,
 * cancelled, not due, or held by a live worker: the job was one too many.
 *
 * @param shutdown fires when the process has no more time: the task is given back
 */
export async function runJudgingTask(
  deps: JudgingDeps,
  task_id: string,
  shutdown: AbortSignal
): Promise<void> {
  const { caps, configured, options } = deps
  const db = await deps.db()
  const task = await withoutParameters("claim judging task", () =>
    claimJudgingTask(db, {
      task_id,
      lease_token: randomUUID(),
      judge_version: configured.version,
      leaseMs: options.leaseMs,
      maxLostWorkers: MAX_LOST_WORKERS,
      ...caps,
    })
  )
  if (task) {
    const ids = {
      "playground.batch_id": task.batch_id,
      "playground.draft_id": task.draft_id,
      "playground.attempt": task.attempt,
    }
    await inSpan("playground.judge", ids, async (span) => {
      const outcome = await judgeClaimed(deps, task, shutdown)
      span.setAttribute("playground.outcome", outcome)
      deps.instruments.recordJudgement(outcome, configured.name)
    })
  }
  if (caps.maxTokens === null && caps.maxCost === null) return
  await withoutParameters("cap judging", () =>
    cancelCappedJudging(db, { ...caps, batch_id: task?.batch_id ?? null })
  )
}

const answerOf = (
  deps: JudgingDeps,
  { pair_id, ...task }: ClaimedJudgingRow,
  lease: HeldLease
): Promise<PaidJudgingAnswer | null> =>
  pair_id === null ? judgeDraft(deps, task, lease) : judgePair(deps, { ...task, pair_id }, lease)

async function judgeClaimed(
  deps: JudgingDeps,
  task: ClaimedJudgingRow,
  shutdown: AbortSignal
): Promise<DraftOutcome> {
  const { configured, logger, options } = deps
  const lease = deps.leases.hold(task)
  const onShutdown = () => lease.abort(new ShutdownError())
  if (shutdown.aborted) onShutdown()
  shutdown.addEventListener("abort", onShutdown, { once: true })
  try {
    const judged = await answerOf(deps, task, lease)
    if (!judged) return "dropped"
    const { task_id, lease_token } = task
    const { answer, usage, model } = judged
    const price = findPrice(options.prices, [model, configured.judge.model])
    const db = await deps.db()
    const isWritten = await withoutParameters("complete judging", () =>
      completeJudging(db, {
        task_id,
        lease_token,
        answer,
        model: model ?? null,
        spend: toSpend(usage, price),
      })
    )
    if (!isWritten) {
      logger.debug(`playground: judgement dropped, its lease is gone (judging task ${task_id})`)
    }
    return isWritten ? "succeeded" : "dropped"
  } catch (error) {
    return await settleJudgingFailure(deps, task, error)
  } finally {
    shutdown.removeEventListener("abort", onShutdown)
    lease.release()
  }
}
