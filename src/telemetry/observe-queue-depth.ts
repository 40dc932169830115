import { metrics, type ObservableResult } from "@medusajs/framework/opentelemetry/api"
import { SCOPE } from "./in-span"

interface ObservedQueue {
  backend: string
  /** Rejects when the queue cannot be reached: then nothing is observed. */
  depth(): Promise<number>
}

/**
 * A queue's depth, asked for only when somebody collects metrics.
 *
 * @param name what its jobs are for
 * @returns stops it
 */
export function observeQueueDepth(
  name: "drafting" | "judging" | "sending",
  queue: ObservedQueue
): () => void {
  const gauge = metrics.getMeter(SCOPE).createObservableGauge("playground.queue.depth", {
    description: "Jobs that wait, are delayed or are being done",
    unit: "{job}",
  })
  const attributes = { "playground.queue.name": name, "playground.queue.backend": queue.backend }
  const observe = async (result: ObservableResult) => {
    const jobs = await queue.depth().catch(() => null)
    if (jobs !== null) result.observe(jobs, attributes)
  }
  gauge.addCallback(observe)
  return () => gauge.removeCallback(observe)
}
