import { delayFor } from "../testing/lab/quick-generator"
import type { Bench, Services } from "./lib/bench"
import { startProcesses } from "./lib/drafting-processes"
import { compare } from "./lib/figure"
import { listSchedule } from "./lib/list-schedule"
import { OurWorker, type OurWorkerInput, type ReadyBatch } from "./lib/our-worker"
import { interleave, timed, type Measure } from "./lib/rounds"

const LEADS = 200
const DELAY_MS = 800
const SPREAD_MS = 400
const CONCURRENCY = 32
const PROCESSES = ["one", "two"]

interface BatchDuration {
  /** A batch of 200 until it has finished. */
  measure: Measure
  /** The judgements of a batch that `measure` has left, until the last one is there. */
  judge: Measure
  close: () => Promise<void>
}

/** A batch of 200, with a model and a judge as slow as models are, in two worker processes. */
export async function openBatchDuration(
  services: Services,
  name: string,
  backend: OurWorkerInput["backend"]
): Promise<BatchDuration> {
  const judge = { resolve: "quick", concurrency: CONCURRENCY }
  const options = { concurrency: CONCURRENCY, judge }
  const delays = { quickDelayMs: DELAY_MS, quickSpreadMs: SPREAD_MS }
  const input = { backend, mode: "server", options, quickDelayMs: DELAY_MS } as const
  const api = await OurWorker.open(services, name, input)
  const workers = await startProcesses(api, PROCESSES, delays)
  const drafted: ReadyBatch[] = []
  return {
    measure: async () => {
      const batches = await api.prepare(LEADS)
      drafted.push(...batches)
      return timed(() => api.finish(batches))
    },
    judge: async () => {
      const batch = drafted.pop()
      if (!batch) throw new Error("no drafted batch is left")
      return timed(() => api.judge(batch))
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
  title: "a batch of 200, and its judgements, at 800 ms ± 400 ms a call, two workers of 32",
  run: async (services) => {
    const ours = await openBatchDuration(services, "r6", "redis")
    const ideal: Measure = async () => idealMs()
    const drafts = await interleave(ours.measure, ideal)
    const judgements = await interleave(ours.judge, ideal)
    await ours.close()
    const heading = { id: "r6", unit: "ms", reach: { of: "ratio", atMost: 1.05 } } as const
    return [
      compare({ ...heading, what: "batch of 200 until finished, ideal schedule" }, drafts),
      compare({ ...heading, what: "200 judgements, ideal schedule" }, judgements),
    ]
  },
}
