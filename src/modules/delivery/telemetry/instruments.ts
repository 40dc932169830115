import { metrics } from "@medusajs/framework/opentelemetry/api"
import { SCOPE } from "../../../telemetry/in-span"

/**
 * What came of one mail that was taken: `deferred` is tried again later, `given_back` was never handed
 * over, `dropped` is an answer that came after a person had settled the send.
 */
export type SendOutcome =
  "accepted" | "rejected" | "deferred" | "unknown" | "given_back" | "dropped"

/** Without an SDK in the host they record nothing. */
export interface DeliveryInstruments {
  /** @param durationMs from the taking to the written outcome */
  recordSend(outcome: SendOutcome, transport: string, durationMs: number): void
}

/** Made when the worker starts: the host registers its SDK ahead of that. */
export function createInstruments(): DeliveryInstruments {
  const meter = metrics.getMeter(SCOPE)
  const sends = meter.createCounter("playground.sends", {
    description: "Mails that were taken in flight by what came of them",
    unit: "{mail}",
  })
  const duration = meter.createHistogram("playground.send.duration", {
    description: "From the taking of a mail to its written outcome",
    unit: "s",
  })
  return {
    recordSend: (outcome, transport, durationMs) => {
      const attributes = { "playground.outcome": outcome, "playground.transport": transport }
      sends.add(1, attributes)
      duration.record(durationMs / 1_000, attributes)
    },
  }
}
