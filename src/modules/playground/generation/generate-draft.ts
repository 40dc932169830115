import {
  FatalGeneratorError,
  RetryableGeneratorError,
  type Draft,
  type DraftGenerator,
  type DraftRequest,
  type GeneratorNotice,
} from "../../../ports"
import { callWithinLimit } from "./call-within-limit"
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

/**
 * One call of the generator within its time limit, its answer checked.
 *
 * @throws the lease's reason when it was stopped from outside, else what the generator threw
 */
export async function generateDraft(
  input: GenerateDraftInput
): Promise<{ draft: Draft; latency_ms: number }> {
  const { generator, identifier, request, lease, timeoutMs, notify } = input
  const toTimeoutError = () => timeoutError(identifier, timeoutMs)
  return callWithinLimit({ lease, timeoutMs, toTimeoutError }, async () => {
    const startedAt = performance.now()
    const draft = await generator.generate(request, { signal: lease.signal, notify })
    return {
      draft: checkDraft(draft, identifier),
      latency_ms: Math.round(performance.now() - startedAt),
    }
  })
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
