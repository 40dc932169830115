import {
  SpanKind,
  SpanStatusCode,
  type Attributes,
  type Span,
} from "@medusajs/framework/opentelemetry/api"
import { Tracer } from "@medusajs/framework/telemetry"

/** Instrumentation scope of all spans and metrics of the plugin. */
export const SCOPE = "medusa-plugin-playground"

const tracer = new Tracer(SCOPE)

/** Runs `work` as a span of the host's OpenTelemetry. Attributes are ids, counts and names alone. */
export function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<Result>
): Promise<Result> {
  return tracer
    .getOTTracer()
    .startActiveSpan(name, { kind: SpanKind.PRODUCER, attributes }, async (span) => {
      try {
        return await work(span)
      } catch (error) {
        span.setAttribute("error.type", error instanceof Error ? error.name : "_OTHER")
        span.setStatus({ code: SpanStatusCode.ERROR })
        throw error
      } finally {
        span.end()
      }
    })
}
