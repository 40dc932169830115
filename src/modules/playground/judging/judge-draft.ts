import { randomUUID } from "node:crypto"
import { inSpan } from "../../../telemetry/in-span"
import { withoutParameters } from "../../../persistence/database-error"
import { RetryableGeneratorError, type JudgedDraft, type JudgeRequest } from "../../../ports"
import { ShutdownError } from "../generation/abort-reasons"
import type { HeldLease } from "../generation/lease-keeper"
import { findPrice, toSpend } from "../generation/spend"
import {
  claimJudgingTask,
  retrieveDraftToJudge,
  type ClaimedJudgingRow,
} from "../sql/judging/claim-judging-task"
import { cancelCappedJudging } from "../sql/judging/end-judging"
import { completeJudging } from "../sql/judging/settle-judging"
import { MAX_LOST_WORKERS } from "../state-machine"
import { checkJudgement } from "./check-judgement"
import type { JudgingDeps } from "./judging-deps"
import { settleJudgingFailure } from "./settle-judging-failure"
import { toJudgeRequest } from "./to-judge-request"

/**
 * One delivery: claim, keep the lease, judge, write, release. Nothing is claimed when the task is judged,
 * cancelled, not due, or held by a live worker: the job was one too many.
 *
 * @param shutdown fires when the process has no more time: the task is given back
 */
export async function judgeDraft(
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
    await inSpan("playground.judge", ids, () => judgeClaimed(deps, task, shutdown))
  }
  if (caps.maxTokens === null && caps.maxCost === null) return
  await withoutParameters("cap judging", () =>
    cancelCappedJudging(db, { ...caps, batch_id: task?.batch_id ?? null })
  )
}

async function judgeClaimed(
  deps: JudgingDeps,
  task: ClaimedJudgingRow,
  shutdown: AbortSignal
): Promise<void> {
  const { configured, logger, options } = deps
  const lease = deps.leases.hold(task)
  const onShutdown = () => lease.abort(new ShutdownError())
  if (shutdown.aborted) onShutdown()
  shutdown.addEventListener("abort", onShutdown, { once: true })
  try {
    const request = await readRequest(deps, task)
    // Deleted with its batch: the task is gone as well.
    if (!request) return
    const judged = await callJudge(deps, request, lease)
    const { task_id, lease_token } = task
    const price = findPrice(options.prices, [judged.model, configured.judge.model])
    const { score, criteria, claims } = judged
    const db = await deps.db()
    const isWritten = await withoutParameters("complete judging", () =>
      completeJudging(db, {
        task_id,
        lease_token,
        score,
        result: { criteria, claims },
        model: judged.model ?? null,
        spend: toSpend(judged.usage, price),
      })
    )
    if (!isWritten) {
      logger.debug(`playground: judgement dropped, its lease is gone (judging task ${task_id})`)
    }
  } catch (error) {
    await settleJudgingFailure(deps, task, error)
  } finally {
    shutdown.removeEventListener("abort", onShutdown)
    lease.release()
  }
}

async function readRequest(
  deps: JudgingDeps,
  { batch_id, draft_id }: ClaimedJudgingRow
): Promise<JudgeRequest | null> {
  const db = await deps.db()
  const [draft, context] = await Promise.all([
    withoutParameters("read draft", () => retrieveDraftToJudge(db, draft_id)),
    deps.retrieveContext(batch_id),
  ])
  return draft && context ? toJudgeRequest(draft, context) : null
}

/** One call of the judge within its time limit, its answer checked. */
async function callJudge(
  { configured, options }: JudgingDeps,
  request: JudgeRequest,
  lease: HeldLease
): Promise<JudgedDraft> {
  lease.signal.throwIfAborted()
  const { generationTimeoutMs: limitMs } = options
  const timer = setTimeout(() => lease.abort(timeoutError(configured.name, limitMs)), limitMs)
  let onAbort = () => {}
  // A judge that ignores the signal holds nobody up.
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      const reason: unknown = lease.signal.reason
      reject(reason instanceof Error ? reason : new Error(String(reason)))
    }
    lease.signal.addEventListener("abort", onAbort, { once: true })
  })
  try {
    const answer = configured.judge.judge(request, { signal: lease.signal })
    return checkJudgement(await Promise.race([answer, aborted]), request, configured.name)
  } finally {
    clearTimeout(timer)
    lease.signal.removeEventListener("abort", onAbort)
  }
}

function timeoutError(name: string, limitMs: number): RetryableGeneratorError {
  return new RetryableGeneratorError(
    `Judge "${name}" did not answer within ${limitMs} ms (option generationTimeoutMs).`,
    { code: "generation_timeout", params: { timeout_ms: limitMs } }
  )
}
