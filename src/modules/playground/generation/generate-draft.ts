import {
  FatalGeneratorError,
  RetryableGeneratorError,
  type Draft,
  type DraftGenerator,
  type DraftRequest,
  type GeneratorNotice,
} from "../../../ports"
import { checkDraft } from "./check-draft"
import type { HeldLease } from "./lease-keeper"

interface GenerateDraftInput {
  generator: DraftGenerator
  identifier: string
  request: DraftRequest
  lease: HeldLease
  timeoutMs: number
  /** Takes what the generator has to say of the whole batch. */
  notify: (notice: GeneratorNotice) => void
}

/** Rejects with the signal's reason when it fires: a generator that ignores it holds nobody up. */
function rejectOnAbort(signal: AbortSignal): { promise: Promise<never>; dispose: () => void } {
  let dispose = () => {}
  const promise = new Promise<never>((_, reject) => {
    const onAbort = () => {
      // Whoever aborts a lease gives an Error.
      reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)))
    }
    signal.addEventListener("abort", onAbort, { once: true })
    dispose = () => signal.removeEventListener("abort", onAbort)
  })
  return { promise, dispose }
}

/**
 * One call of the generator within its time limit, its answer checked.
 *
 * @throws the lease's reason when it was stopped from outside, else what the generator threw
 */
export async function generateDraft(
  input: GenerateDraftInput
): Promise<{ draft: Draft; latency_ms: number }> {
  const { generator, identifier, request, lease, timeoutMs, notify } = input
  lease.signal.throwIfAborted()
  const timer = setTimeout(() => lease.abort(timeoutError(identifier, timeoutMs)), timeoutMs)
  const aborted = rejectOnAbort(lease.signal)
  const startedAt = performance.now()
  try {
    const answer = generator.generate(request, { signal: lease.signal, notify })
    const draft = await Promise.race([answer, aborted.promise])
    return {
      draft: checkDraft(draft, identifier),
      latency_ms: Math.round(performance.now() - startedAt),
    }
  } finally {
    clearTimeout(timer)
    aborted.dispose()
  }
}

function timeoutError(identifier: string, timeoutMs: number): RetryableGeneratorError {
  return new RetryableGeneratorError(
    `Generator "${identifier}" did not answer within ${timeoutMs} ms (option generationTimeoutMs).`,
    { code: "generation_timeout", params: { timeout_ms: timeoutMs } }
  )
}

/** The batch names a generator that is not configured any more. */
export function missingGenerator(identifier: string): FatalGeneratorError {
  return new FatalGeneratorError(
    `Generator "${identifier}" is not configured any more. Add it to the plugin option "generators", ` +
      "or generate a new batch.",
    { code: "generator_missing", params: { generator: identifier } }
  )
}
