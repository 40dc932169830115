import { metrics } from "@medusajs/framework/opentelemetry/api"
import type { DraftUsage } from "../../../ports"
import { SCOPE } from "../../../telemetry/in-span"

/**
 * What came of one claimed task: `succeeded`, `failed` for good, `retried` after an error, `given_back`
 * at a shutdown, `rate_limited`, or `dropped` because the lease was gone or the batch cancelled.
 */
export type DraftOutcome =
  "succeeded" | "failed" | "retried" | "given_back" | "rate_limited" | "dropped"

interface ModelCall {
  generator: string
  /** Undefined: the generator does not say. */
  model: string | undefined
  durationMs: number
  usage?: DraftUsage
  /** `error.type`; undefined when it answered. */
  error?: string
}

/** The plugin's metrics. Without an SDK in the host they record nothing. */
export interface Instruments {
  recordDraft(outcome: DraftOutcome, generator: string): void
  /** One claimed judging task, of a draft or a pair. */
  recordJudgement(outcome: DraftOutcome, judge: string): void
  /** As OpenTelemetry's conventions for generative models have it. */
  recordModelCall(call: ModelCall): void
}

/** Seconds, as the conventions advise for calls of a model. */
const DURATION_BUCKETS = [
  0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92,
]

/**
 * Makes the instruments. Called when the worker starts: the host registers its SDK ahead of that, and
 * an instrument that was made earlier would stay silent.
 */
export function createInstruments(): Instruments {
  const meter = metrics.getMeter(SCOPE)
  const drafts = meter.createCounter("playground.drafts", {
    description: "Claimed draft tasks by what came of them",
    unit: "{draft}",
  })
  const judgements = meter.createCounter("playground.judgements", {
    description: "Claimed judging tasks by what came of them",
    unit: "{judgement}",
  })
  const duration = meter.createHistogram("gen_ai.client.operation.duration", {
    description: "How long one call of the generator or the judge took",
    unit: "s",
    advice: { explicitBucketBoundaries: DURATION_BUCKETS },
  })
  const tokens = meter.createHistogram("gen_ai.client.token.usage", {
    description: "Tokens of one answered call",
    unit: "{token}",
  })
  return {
    recordDraft: (outcome, generator) =>
      drafts.add(1, { "playground.outcome": outcome, "playground.generator": generator }),
    recordJudgement: (outcome, judge) =>
      judgements.add(1, { "playground.outcome": outcome, "playground.judge": judge }),
    recordModelCall: ({ generator, model, durationMs, usage, error }) => {
      const call = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": generator,
        ...(model !== undefined && { "gen_ai.request.model": model }),
      }
      duration.record(durationMs / 1_000, { ...call, ...(error && { "error.type": error }) })
      if (!usage) return
      tokens.record(usage.input_tokens, { ...call, "gen_ai.token.type": "input" })
      tokens.record(usage.output_tokens, { ...call, "gen_ai.token.type": "output" })
    },
  }
}
