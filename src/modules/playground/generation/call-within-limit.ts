import type { RetryableGeneratorError } from "../../../ports"
import type { HeldLease } from "./lease-keeper"

interface CallLimit {
  lease: HeldLease
  /** How long the call may take, in ms. */
  timeoutMs: number
  /** What the call fails with once that is over. */
  toTimeoutError: () => RetryableGeneratorError
}

/**
 * One call of a provider under a lease and within its time limit. One that ignores its signal holds nobody
 * up: the answer that it gives later is dropped.
 *
 * @throws the reason for which the lease's signal fired, else what the call threw
 */
export async function callWithinLimit<Answer>(
  { lease, timeoutMs, toTimeoutError }: CallLimit,
  call: () => Promise<Answer>
): Promise<Answer> {
  lease.signal.throwIfAborted()
  const timer = setTimeout(() => lease.abort(toTimeoutError()), timeoutMs)
  let onAbort = () => {}
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => {
      // Whoever aborts a lease gives an Error.
      const reason: unknown = lease.signal.reason
      reject(reason instanceof Error ? reason : new Error(String(reason)))
    }
    lease.signal.addEventListener("abort", onAbort, { once: true })
  })
  try {
    return await Promise.race([call(), aborted])
  } finally {
    clearTimeout(timer)
    lease.signal.removeEventListener("abort", onAbort)
  }
}
