import { BareWorker } from "./lib/bare-worker"
import type { Bench, Services } from "./lib/bench"
import { compare } from "./lib/figure"
import { OurWorker } from "./lib/our-worker"
import { interleave, timed, type Measure } from "./lib/rounds"

const DRAFTS = 2_000
const OPTIONS = { concurrency: 32, poolSize: 5 }

interface ThroughputInput {
  backend: "redis" | "postgres"
  /** How many a round. */
  drafts: number
  /** True: a job for each draft, as for a model, though the call takes no time. @default false */
  hasJobEach?: boolean
}

/** Our worker with a generator that answers at once; measures drafts per second. */
export async function openThroughput(
  services: Services,
  name: string,
  { backend, drafts, hasJobEach = false }: ThroughputInput
): Promise<{ worker: OurWorker; measure: Measure; close: () => Promise<void> }> {
  const worker = await OurWorker.open(services, name, { backend, options: OPTIONS })
  return {
    worker,
    measure: async () => {
      const prepared = await worker.prepare(drafts)
      const batches = prepared.map((batch) =>
        hasJobEach ? { ...batch, is_instant: false } : batch
      )
      return (1_000 * drafts) / (await timed(() => worker.finish(batches)))
    },
    close: () => worker.close(),
  }
}

/** Where the model costs no time, all that is left is the plugin. */
export const throughput: Bench = {
  id: "r2",
  title: "drafts per second, instant generator, against a bare worker with one UPDATE per job",
  run: async (services) => {
    const ours = await openThroughput(services, "r2_ours", { backend: "redis", drafts: DRAFTS })
    const bare = await BareWorker.open(services, "r2_bare", OPTIONS)
    const measureBare = async () => {
      const ids = await bare.prepare(DRAFTS)
      return (1_000 * DRAFTS) / (await timed(() => bare.finish(ids)))
    }
    const pairs = await interleave(ours.measure, measureBare)
    await ours.close()
    const each = await openThroughput(services, "r2_each", {
      backend: "redis",
      drafts: DRAFTS,
      hasJobEach: true,
    })
    const withJobEach = await interleave(each.measure, measureBare)
    await each.close()
    await bare.close()
    const what = `drafts per second, concurrency ${OPTIONS.concurrency}`
    return [
      compare({ id: "r2", what, unit: "1/s", reach: { of: "ratio", atLeast: 1.4 } }, pairs),
      compare(
        {
          id: "r2b",
          what: `${what}, a job each`,
          unit: "1/s",
          reach: { of: "ratio", atLeast: 0.9 },
        },
        withJobEach
      ),
    ]
  },
}
