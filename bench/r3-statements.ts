import { BareWorker } from "./lib/bare-worker"
import type { Bench } from "./lib/bench"
import { countRedisCommands, countStatements } from "./lib/counters"
import { compare, report } from "./lib/figure"
import { countWalBytes } from "./lib/table-stats"
import { OurWorker } from "./lib/our-worker"
import { interleave } from "./lib/rounds"

const DRAFTS = 2_000

/**
 * What one draft costs the two servers under load, from its job to the end of its batch; what Postgres
 * writes to its log also for the commit of its task.
 */
export const statementsPerDraft: Bench = {
  id: "r3",
  title: "SQL round trips and Redis commands per draft",
  run: async (services) => {
    const options = { concurrency: 32, poolSize: 5 }
    const ours = await OurWorker.open(services, "r3_ours", { backend: "redis", options })
    const bare = await BareWorker.open(services, "r3_bare", options)
    const statements: number[] = []
    const walBytes: number[] = []
    const pairs = await interleave(
      async () => {
        let commands = 0
        const written = await countWalBytes(ours.observer, async () => {
          const batches = await ours.prepare(DRAFTS)
          commands = await countRedisCommands(services.redisUrl, async () => {
            const sent = await countStatements(ours.observer, () => ours.finish(batches))
            statements.push(sent / DRAFTS)
          })
        })
        walBytes.push(written / DRAFTS)
        return commands / DRAFTS
      },
      async () => {
        const ids = await bare.prepare(DRAFTS)
        return (await countRedisCommands(services.redisUrl, () => bare.finish(ids))) / DRAFTS
      }
    )
    await ours.close()
    await bare.close()
    const sql = { id: "r3", what: "SQL round trips per draft", unit: "" }
    const redis = { id: "r3", what: "Redis commands per draft", unit: "" }
    return [
      report(
        { id: "r3", what: "bytes written to WAL per draft, with its task", unit: "B" },
        walBytes
      ),
      report({ ...sql, reach: { of: "ours", atMost: 1 } }, statements),
      compare({ ...redis, reach: { of: "ratio", atMost: 1.2 } }, pairs),
    ]
  },
}
