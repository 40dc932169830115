import {
  FatalGeneratorError,
  GeneratorError,
  type FailureParams,
  PermanentGeneratorError,
  RateLimitedGeneratorError,
} from "../../../ports"
import { withoutParameters } from "../../../persistence/database-error"
import { MissingVariableError, PromptTooHeavyError } from "../prompts/prompt-errors"
import type { ClaimedTaskRow } from "../sql/transitions/claim-tasks"
import { failAttempt } from "../sql/transitions/fail-attempt"
import { giveBackTask } from "../sql/transitions/give-back-task"
import { MAX_RATE_LIMITS } from "../state-machine"
import type { DraftOutcome } from "../telemetry/instruments"
import { backoffMs } from "./backoff"
import { toFailureParams } from "./failure-params"
import { BatchCancelledError, LeaseLostError, ShutdownError } from "./abort-reasons"
import type { GenerationDeps } from "./generation-deps"
import { findPrice, toSpend } from "./spend"

/** Shortest that a rate limit makes a task wait, in ms. */
const MIN_RATE_LIMIT_MS = 100
/**
 * Longest that one provider's rate limit pauses the whole queue, in ms: other batches may have another.
 * Longer waits postpone the batch's own tasks.
 */
const MAX_PAUSE_MS = 10_000

interface Failure {
  code: string
  params: FailureParams
  message: string
  isPermanent: boolean
}

/** What the person at the dashboard is told. Foreign errors may carry prompts or keys: not shown. */
function toFailure(error: unknown, generator: string): Failure {
  if (error instanceof RateLimitedGeneratorError) {
    return {
      code: "rate_limited",
      params: toFailureParams(error.params),
      message: error.message,
      isPermanent: true,
    }
  }
  if (error instanceof GeneratorError) {
    const isPermanent = error instanceof PermanentGeneratorError
    return {
      code: error.code,
      params: toFailureParams(error.params),
      message: error.message,
      isPermanent,
    }
  }
  if (error instanceof MissingVariableError) {
    const params = { variables: [...error.placeholders] }
    return { code: "missing_variable", params, message: error.message, isPermanent: true }
  }
  if (error instanceof PromptTooHeavyError) {
    return { code: "prompt_too_heavy", params: {}, message: error.message, isPermanent: true }
  }
  return {
    code: "generator_error",
    params: { generator, error: nameOf(error) },
    message: `Generator "${generator}" failed with an unexpected ${nameOf(error)}. The worker's debug log has it whole.`,
    isPermanent: false,
  }
}

/** A provider may ask for nothing, or for nonsense: waiting no time at all would only ask it again. */
function toWaitMs(retryAfterMs: number): number {
  const askedMs = Number.isFinite(retryAfterMs) ? retryAfterMs : MIN_RATE_LIMIT_MS
  return Math.max(Math.ceil(askedMs), MIN_RATE_LIMIT_MS)
}

/** The provider asks for more than is waited for: then waiting is the person's to decide. */
function toStop(error: RateLimitedGeneratorError, maxRetryAfterMs: number): FatalGeneratorError {
  const until = new Date(Date.now() + error.retryAfterMs).toISOString()
  const text =
    `It asks to wait until ${until}, longer than the plugin option maxRetryAfterMs ` +
    `(${maxRetryAfterMs} ms) allows. Retry the failed drafts then.`
  return new FatalGeneratorError(`${error.message} ${text}`, {
    code: "rate_limited",
    params: { ...error.params, until },
    cause: error,
    details: error.details,
    usage: error.usage,
    model: error.model,
  })
}

/** For the debug log: the error whole, with the provider's own words. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const details = error instanceof GeneratorError && error.details
  const cause = error.cause instanceof Error ? `, caused by ${error.cause.stack}` : ""
  return `${error.stack}${cause}${details ? `, the provider answered: ${details}` : ""}`
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error)

/**
 * Writes down why a claimed task did not become a draft, and enqueues it where it is to be tried
 * again. Each ending has its own way; none is lost.
 *
 * @returns what came of the task
 */
export async function settleFailure(
  deps: GenerationDeps,
  task: ClaimedTaskRow,
  generator: { identifier: string; model: string | undefined },
  reason: unknown
): Promise<DraftOutcome> {
  const { maxRetryAfterMs } = deps.options
  const isTooLong =
    reason instanceof RateLimitedGeneratorError && reason.retryAfterMs > maxRetryAfterMs
  const error = isTooLong ? toStop(reason, maxRetryAfterMs) : reason
  const { task_id, lease_token, batch_id } = task
  const ids = `batch ${batch_id}, task ${task_id}, lead ${task.lead_snapshot.id}, attempt ${task.attempt}`
  if (error instanceof LeaseLostError || error instanceof BatchCancelledError) {
    deps.logger.debug(`playground: draft dropped, ${error.message} (${ids})`)
    return "dropped"
  }

  const isRateLimited = error instanceof RateLimitedGeneratorError
  if (
    error instanceof ShutdownError ||
    (isRateLimited && task.rate_limit_count < MAX_RATE_LIMITS)
  ) {
    const delayMs = isRateLimited ? toWaitMs(error.retryAfterMs) : 0
    if (delayMs > MAX_PAUSE_MS) await deps.postpone(batch_id, delayMs)
    const db = await deps.db()
    const given = await withoutParameters("give back task", () =>
      giveBackTask(db, { task_id, lease_token, delayMs, isRateLimited })
    )
    if (isRateLimited) await deps.queue.pause(Math.min(delayMs, MAX_PAUSE_MS))
    if (given?.is_stopped) await deps.failStopped(batch_id)
    else if (given) await deps.queue.enqueue([{ task_id, epoch: given.epoch }], { delayMs })
    return isRateLimited ? "rate_limited" : "given_back"
  }

  const { usage, model } = error instanceof GeneratorError ? error : {}
  const price = findPrice(deps.options.prices, [model, generator.model])
  const failure = toFailure(error, generator.identifier)
  const waitMs = backoffMs(task.error_count, deps.options.backoffMs)
  // Before the task itself, so that nothing is claimed in between.
  if (error instanceof FatalGeneratorError) {
    const { code, params, message } = failure
    await deps.stop({ batch_id, code, params, message })
    deps.logger.warn(`playground: batch ${batch_id} has stopped, ${code}: ${message}`)
  }
  const db = await deps.db()
  const failed = await withoutParameters("fail attempt", () =>
    failAttempt(db, {
      task_id,
      lease_token,
      error: failure,
      isPermanent: failure.isPermanent,
      maxAttempts: deps.options.maxAttempts,
      backoffMs: waitMs,
      spend: toSpend(usage, price),
    })
  )
  deps.logger.debug(`playground: ${describe(error)} (${ids})`)
  const what = `playground: attempt failed with ${failure.code}`
  if (failed?.status !== "pending") {
    deps.logger.warn(`${what} (${ids})`)
    return failed ? "failed" : "dropped"
  }
  // Most heal by themselves; a batch of 200 at a bad provider would fill the log.
  if (failed.is_stopped) {
    await deps.failStopped(batch_id)
    return "failed"
  }
  deps.logger.debug(`${what}, tried again in ${waitMs} ms (${ids})`)
  await deps.queue.enqueue([{ task_id, epoch: failed.epoch }], { delayMs: waitMs })
  return "retried"
}
