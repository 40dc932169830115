import type { Bench } from "./lib/bench"
import { compare } from "./lib/figure"
import { interleave } from "./lib/rounds"
import { openThroughput } from "./r2-throughput"
import { openBatchDuration } from "./r6-schedule"

const DRAFTS = 600

/** What it costs to do without Redis. */
export const postgresBackend: Bench = {
  id: "r11",
  title: "the queue in Postgres, beside the queue in Redis",
  run: async (services) => {
    const throughput = await Promise.all([
      openThroughput(services, "r11_speed_postgres", { backend: "postgres", drafts: DRAFTS }),
      openThroughput(services, "r11_speed_redis", { backend: "redis", drafts: DRAFTS }),
    ])
    const [fast, fastOnRedis] = throughput
    const perSecond = await interleave(fast.measure, fastOnRedis.measure)
    for (const side of throughput) await side.close()

    const durations = [
      await openBatchDuration(services, "r11_batch_postgres", "postgres"),
      await openBatchDuration(services, "r11_batch_redis", "redis"),
    ] as const
    const [slow, slowOnRedis] = durations
    const batches = await interleave(slow.measure, slowOnRedis.measure)
    for (const side of durations) await side.close()

    const speed = "drafts per second, Postgres, Redis"
    const batch = "batch of 200 with a slow model, Postgres, Redis"
    return [
      compare(
        { id: "r11", what: speed, unit: "1/s", reach: { of: "ratio", atLeast: 0.8 } },
        perSecond
      ),
      compare({ id: "r11", what: batch, unit: "ms" }, batches),
    ]
  },
}
