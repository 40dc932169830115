import { SpanKind } from "@medusajs/framework/opentelemetry/api"
import { GeneratorError, type Draft } from "../../../ports"
import { errorType, inSpan } from "../../../telemetry/in-span"
import type { Instruments } from "../telemetry/instruments"

/** One call of the generator as a span and in the metrics, in the words of OpenTelemetry's `gen_ai`. */
export function observedCall<Answer extends { draft: Draft }>(
  instruments: Instruments,
  { identifier, model }: { identifier: string; model: string | undefined },
  call: () => Promise<Answer>
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
        const { usage, model: answeredBy, finish_reason } = answer.draft
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
