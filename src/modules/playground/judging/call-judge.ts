import { RetryableGeneratorError, type JudgeContext } from "../../../ports"
import type { HeldLease } from "../generation/lease-keeper"
import type { JudgingDeps } from "./judging-deps"

/**
 * One call of the judge within its time limit.
 *
 * @throws the judge's error, or the reason for which the lease's signal fired
 */
export async function callJudge<Answer>(
  { configured, options }: JudgingDeps,
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
    return await Promise.race([ask({ signal: lease.signal }), aborted])
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
