import { Redis } from "ioredis"
import type { Bench } from "./lib/bench"
import { startProcesses } from "./lib/drafting-processes"
import { compare, report } from "./lib/figure"
import { OurWorker } from "./lib/our-worker"
import { readTableStats } from "./lib/table-stats"

const EARLY = 1_000
const LATE = 10_000
const CHUNK = 1_000

/** What many drafts leave behind in the worker's memory, in Redis and in the table of tasks. */
export const memory: Bench = {
  id: "r8",
  title: "memory, Redis and dead rows after 10,000 drafts",
  run: async (services) => {
    const name = "r8"
    const options = { concurrency: 32 }
    const api = await OurWorker.open(services, name, { backend: "redis", mode: "server", options })
    const [worker] = await startProcesses(api, ["one"], { quickDelayMs: 0 })
    if (!worker) throw new Error("there is one worker")
    const redis = new Redis(services.redisUrl)
    const draft = async (count: number) => {
      for (let done = 0; done < count; done += CHUNK) await api.finish(await api.prepare(CHUNK))
    }
    await draft(EARLY)
    const early = await worker.memory()
    const earlyBytes = await bytesUnder(redis, name)
    await draft(LATE - EARLY)
    const late = await worker.memory()
    const lateBytes = await bytesUnder(redis, name)
    const jobs = await redis.keys(`${name}:drafts:d-*`)
    redis.disconnect()
    const { deadPerRow } = await readTableStats(api.observer)
    await worker.kill()
    await api.close()

    const mb = (bytes: number) => bytes / 2 ** 20
    const rss = "worker RSS after 10,000 drafts, after 1,000"
    return [
      compare(
        { id: "r8", what: rss, unit: "MB", reach: { of: "ratio", atMost: 1.05 } },
        { ours: [mb(late)], reference: [mb(early)] }
      ),
      report({ id: "r8", what: "jobs left in Redis", unit: "", reach: { of: "ours", atMost: 0 } }, [
        jobs.length,
      ]),
      compare(
        { id: "r8", what: "bytes in Redis after 10,000 drafts, after 1,000", unit: "B" },
        { ours: [lateBytes], reference: [earlyBytes] }
      ),
      report(
        {
          id: "r8",
          what: "dead rows of the task table for each that is there",
          unit: "",
          reach: { of: "ours", atMost: 1 },
        },
        [deadPerRow]
      ),
    ]
  },
}

async function bytesUnder(redis: Redis, prefix: string): Promise<number> {
  const keys = await redis.keys(`${prefix}:*`)
  const sizes = await Promise.all(keys.map((key) => redis.memory("USAGE", key)))
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
}
