import { withoutParameters } from "../../../persistence/database-error"
import {
  FatalGeneratorError,
  GeneratorError,
  PermanentGeneratorError,
  RateLimitedGeneratorError,
} from "../../../ports"
import { BatchCancelledError, LeaseLostError, ShutdownError } from "../generation/abort-reasons"
import { backoffMs } from "../generation/backoff"
import { toFailureParams } from "../generation/failure-params"
import { findPrice, toSpend } from "../generation/spend"
import type { ClaimedJudgingRow } from "../sql/judging/claim-judging-task"
import { failStoppedJudging } from "../sql/judging/end-judging"
import { failJudging, giveBackJudging, type JudgingFailure } from "../sql/judging/settle-judging"
import { MAX_RATE_LIMITS } from "../state-machine"
import type { DraftOutcome } from "../telemetry/instruments"
import type { JudgingDeps } from "./judging-deps"

/** Shortest and longest that a rate limit pauses the judge's queue, in ms. */
const MIN_PAUSE_MS = 100
const MAX_PAUSE_MS = 10_000

/**
 * Writes down why a claimed task did not become a judgement, and enqueues it where it is to be tried
 * again. Each ending has its own way, as in drafting; none is lost. Answers which it was.
 */
export async function settleJudgingFailure(
  deps: JudgingDeps,
  task: ClaimedJudgingRow,
  error: unknown
): Promise<DraftOutcome> {
  const { configured, logger, options } = deps
  const { task_id, lease_token, batch_id } = task
  const ids = `batch ${batch_id}, judging task ${task_id}, attempt ${task.attempt}`
  if (error instanceof LeaseLostError || error instanceof BatchCancelledError) {
    logger.debug(`playground: judgement dropped, ${error.message} (${ids})`)
    return "dropped"
  }
  const isLimited = error instanceof RateLimitedGeneratorError
  const isTooLong = isLimited && error.retryAfterMs > options.maxRetryAfterMs
  const isGivenBack = isLimited && !isTooLong && task.rate_limit_count < MAX_RATE_LIMITS
  const db = await deps.db()
  if (error instanceof ShutdownError || isGivenBack) {
    const delayMs = isGivenBack ? toWaitMs(error.retryAfterMs) : 0
    const given = await withoutParameters("give back judging task", () =>
      giveBackJudging(db, { task_id, lease_token, delayMs, isRateLimited: isGivenBack })
    )
    if (isGivenBack) await deps.queue.pause(Math.min(delayMs, MAX_PAUSE_MS))
    if (given) await deps.queue.enqueue([{ task_id, epoch: given.epoch }], { delayMs })
    if (!given) return "dropped"
    return isGivenBack ? "rate_limited" : "given_back"
  }
  const { usage, model } = error instanceof GeneratorError ? error : {}
  const failure = toFailure(error, configured.name)
  const waitMs = backoffMs(task.error_count, options.backoffMs)
  const failed = await withoutParameters("fail judging", () =>
    failJudging(db, {
      task_id,
      lease_token,
      error: failure,
      isPermanent: isLimited || error instanceof PermanentGeneratorError,
      maxAttempts: options.maxAttempts,
      backoffMs: waitMs,
      spend: toSpend(usage, findPrice(options.prices, [model, configured.judge.model])),
    })
  )
  logger.debug(`playground: ${describe(error)} (${ids})`)
  if (isTooLong || error instanceof FatalGeneratorError) {
    logger.warn(`playground: judging has stopped, ${failure.code}: ${failure.message} (${ids})`)
    const { version: judge_version } = configured
    await withoutParameters("stop judging", () =>
      failStoppedJudging(db, { batch_id, judge_version, error: failure })
    )
    return failed ? "failed" : "dropped"
  }
  if (failed?.status !== "pending") {
    if (failed) logger.warn(`playground: judging failed with ${failure.code} (${ids})`)
    return failed ? "failed" : "dropped"
  }
  await deps.queue.enqueue([{ task_id, epoch: failed.epoch }], { delayMs: waitMs })
  return "retried"
}

/** A provider may ask for nothing, or for nonsense. */
const toWaitMs = (askedMs: number) =>
  Math.max(Math.ceil(Number.isFinite(askedMs) ? askedMs : MIN_PAUSE_MS), MIN_PAUSE_MS)

/** What the person at the dashboard is told. Foreign errors may carry prompts or keys: not shown. */
function toFailure(error: unknown, name: string): JudgingFailure {
  if (error instanceof GeneratorError) {
    const code = error instanceof RateLimitedGeneratorError ? "rate_limited" : error.code
    return { code, params: toFailureParams(error.params), message: error.message }
  }
  const kind = error instanceof Error ? error.name : typeof error
  return {
    code: "judge_error",
    params: { judge: name, error: kind },
    message: `Judge "${name}" failed with an unexpected ${kind}. The worker's debug log has it whole.`,
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const details = error instanceof GeneratorError && error.details
  return `${error.stack}${details ? `, the provider answered: ${details}` : ""}`
}
