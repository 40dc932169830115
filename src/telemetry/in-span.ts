import {
  SpanKind,
  SpanStatusCode,
  type Attributes,
  type Span,
} from "@medusajs/framework/opentelemetry/api"
import { Tracer } from "@medusajs/framework/telemetry"
import { GeneratorError } from "../ports"

/** Instrumentation scope of all spans and metrics of the plugin. */
export const SCOPE = "medusa-plugin-playground"

const tracer = new Tracer(SCOPE)

/**
 * Runs `work` as a span of the host's OpenTelemetry; without an SDK in the host it is the work alone.
 * Attributes are ids, counts and names, never prompts, texts or lead data. A failure is told by its
 * `error.type`: its message may hold any of them.
 */
export function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<Result>,
  kind = SpanKind.INTERNAL
): Promise<Result> {
  return tracer.getOTTracer().startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      return await work(span)
    } catch (error) {
      span.setAttribute("error.type", errorType(error))
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  })
}

/** What OpenTelemetry's conventions call `error.type`: a generator's own code, or the error's name. */
export function errorType(error: unknown): string {
  if (error instanceof GeneratorError) return error.code
  return error instanceof Error ? error.name : "_OTHER"
}
