import { SpanKind } from "@medusajs/framework/opentelemetry/api"
import { GeneratorError, type Draft } from "../../../ports"
import { errorType, inSpan } from "../../../telemetry/in-span"
import type { Instruments } from "../telemetry/instruments"

/** Whose call it is: a generator's or a judge's. */
interface Caller {
  identifier: string
  model: string | undefined
}

/**
 * One call of a generator or a judge as a span and in the metrics, in the words of OpenTelemetry's
 * `gen_ai`.
 *
 * @param readEnd what an answer says about its own making
 */
export function observedCall<Answer>(
  instruments: Instruments,
  { identifier, model }: Caller,
  call: () => Promise<Answer>,
  readEnd: (answer: Answer) => Pick<Draft, "usage" | "model" | "finish_reason">
): Promise<Answer> {
  const attributes = {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": identifier,
    ...(model !== undefined && { "gen_ai.request.model": model }),
  }
  const startedAt = performance.now()
  const record = (more: { usage?: Draft["usage"]; error?: string }) =>
    instruments.recordModelCall({
      generator: identifier,
      model,
      durationMs: performance.now() - startedAt,
      ...more,
    })
  return inSpan(
    "playground.model_call",
    attributes,
    async (span) => {
      try {
        const answer = await call()
        const { usage, model: answeredBy, finish_reason } = readEnd(answer)
        record({ usage })
        span.setAttributes({
          "gen_ai.response.model": answeredBy,
          "gen_ai.response.finish_reasons": finish_reason && [finish_reason],
          "gen_ai.usage.input_tokens": usage?.input_tokens,
          "gen_ai.usage.output_tokens": usage?.output_tokens,
        })
        return answer
      } catch (error) {
        const usage = error instanceof GeneratorError ? error.usage : undefined
        record({ error: errorType(error), usage })
        throw error
      }
    },
    SpanKind.CLIENT
  )
}
