import { RetryableGeneratorError, type JudgeContext, type JudgedDraft } from "../../../ports"
import type { HeldLease } from "../generation/lease-keeper"
import { observedCall } from "../generation/observed-call"
import type { JudgingDeps } from "./judging-deps"

/**
 * One call of the judge within its time limit, in spans and metrics.
 *
 * @param ask calls it and checks its answer
 * @throws the judge's error, or the reason for which the lease's signal fired
 */
export async function callJudge<Answer extends Pick<JudgedDraft, "usage" | "model">>(
  { configured, instruments, options }: JudgingDeps,
  lease: HeldLease,
  ask: (context: JudgeContext) => Promise<Answer>
): Promise<Answer> {
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
    return await observedCall(
      instruments,
      { identifier: configured.name, model: configured.judge.model },
      () => Promise.race([ask({ signal: lease.signal }), aborted]),
      ({ usage, model }) => ({ usage, model })
    )
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
