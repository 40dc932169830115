import { RetryableGeneratorError, type JudgeContext, type JudgedDraft } from "../../../ports"
import { callWithinLimit } from "../generation/call-within-limit"
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
  const { judge, name } = configured
  const timeoutMs = options.generationTimeoutMs
  const toTimeoutError = () => timeoutError(name, timeoutMs)
  return observedCall(
    instruments,
    { identifier: name, model: judge.model },
    () =>
      callWithinLimit({ lease, timeoutMs, toTimeoutError }, () => ask({ signal: lease.signal })),
    ({ usage, model }) => ({ usage, model })
  )
}

function timeoutError(name: string, limitMs: number): RetryableGeneratorError {
  return new RetryableGeneratorError(
    `Judge "${name}" did not answer within ${limitMs} ms (option generationTimeoutMs).`,
    { code: "generation_timeout", params: { timeout_ms: limitMs } }
  )
}
