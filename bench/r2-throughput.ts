import { BareWorker } from "./lib/bare-worker"
import type { Bench } from "./lib/bench"
import { compare } from "./lib/figure"
import { OurWorker } from "./lib/our-worker"
import { interleave, timed } from "./lib/rounds"

const DRAFTS = 2_000
const CONCURRENCY = 32
const POOL_SIZE = 5

/** Drafts per second where the model costs no time: all that is left is the plugin. */
export const throughput: Bench = {
  id: "r2",
  title: "drafts per second, instant generator, against a bare worker with one UPDATE per job",
  run: async (services) => {
    const options = { concurrency: CONCURRENCY, poolSize: POOL_SIZE }
    const ours = await OurWorker.open(services, "r2_ours", { backend: "redis", options })
    const bare = await BareWorker.open(services, "r2_bare", options)
    const pairs = await interleave(
      async () => {
        const batches = await ours.prepare(DRAFTS)
        return (1_000 * DRAFTS) / (await timed(() => ours.finish(batches)))
      },
      async () => {
        const ids = await bare.prepare(DRAFTS)
        return (1_000 * DRAFTS) / (await timed(() => bare.finish(ids)))
      }
    )
    await ours.close()
    await bare.close()
    const heading = { id: "r2", what: `drafts per second, concurrency ${CONCURRENCY}`, unit: "1/s" }
    return [compare({ ...heading, reach: { of: "ratio", atLeast: 0.9 } }, pairs)]
  },
}
