import { delayFor } from "../testing/lab/quick-generator"
import type { Bench, Services } from "./lib/bench"
import { startProcesses } from "./lib/drafting-processes"
import { compare } from "./lib/figure"
import { listSchedule } from "./lib/list-schedule"
import { OurWorker, type OurWorkerInput } from "./lib/our-worker"
import { interleave, timed, type Measure } from "./lib/rounds"

const LEADS = 200
const DELAY_MS = 800
const SPREAD_MS = 400
const CONCURRENCY = 32
const PROCESSES = ["one", "two"]

/** A batch of 200, with a model as slow as models are, in two worker processes. */
export async function openBatchDuration(
  services: Services,
  name: string,
  backend: OurWorkerInput["backend"]
): Promise<{ measure: Measure; close: () => Promise<void> }> {
  const options = { concurrency: CONCURRENCY }
  const delays = { quickDelayMs: DELAY_MS, quickSpreadMs: SPREAD_MS }
  const input = { backend, mode: "server", options, quickDelayMs: DELAY_MS } as const
  const api = await OurWorker.open(services, name, input)
  const workers = await startProcesses(api, PROCESSES, delays)
  return {
    measure: async () => {
      const batches = await api.prepare(LEADS)
      return timed(() => api.finish(batches))
    },
    close: async () => {
      for (const worker of workers) await worker.kill()
      await api.close()
    },
  }
}

/** The same delays, lead by lead, on as many slots as there are, with nothing else to do. */
function idealMs(): number {
  const emails = Array.from({ length: LEADS }, (_, place) => `lead-${place}@example.com`)
  const delays = emails.map((email) => delayFor(email, DELAY_MS, SPREAD_MS))
  return listSchedule(delays, CONCURRENCY * PROCESSES.length)
}

export const schedule: Bench = {
  id: "r6",
  title: "a batch of 200 whose drafts take 800 ms ± 400 ms, two workers of 32",
  run: async (services) => {
    const ours = await openBatchDuration(services, "r6", "redis")
    const pairs = await interleave(ours.measure, async () => idealMs())
    await ours.close()
    const heading = { id: "r6", what: "batch of 200 until finished, ideal schedule", unit: "ms" }
    return [compare({ ...heading, reach: { of: "ratio", atMost: 1.05 } }, pairs)]
  },
}
