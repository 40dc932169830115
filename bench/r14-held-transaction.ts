import { Client } from "pg"
import type { Bench } from "./lib/bench"
import { compare, report } from "./lib/figure"
import { readTableStats } from "./lib/table-stats"
import { interleave } from "./lib/rounds"
import { openThroughput } from "./r2-throughput"

const DRAFTS = 1_000
const HELD_FOR_MS = 120_000
/** Before that a thousand dead rows are many beside those that are there. */
const SETTLED_MS = 30_000

/**
 * A soak, two minutes of drafting without a pause: whether the dead rows of the hot table stay bounded
 * under the autovacuum settings of its migration, and whether a transaction that somebody leaves open
 * slows drafting down: as long as it is there, no row that it could still see is cleared away, in its
 * own database.
 */
export const heldTransaction: Bench = {
  id: "r14",
  title: "drafts per second while a transaction has been held open for 2 minutes, against without",
  run: async (services) => {
    const held = await openThroughput(services, "r14_held", { backend: "redis", drafts: DRAFTS })
    const free = await openThroughput(services, "r14_free", { backend: "redis", drafts: DRAFTS })
    const holder = new Client({ connectionString: held.worker.database.url })
    await holder.connect()
    await holder.query("begin isolation level repeatable read")
    await holder.query("select count(*) from playground_draft_task")
    const heldSince = performance.now()
    const heldFor = () => performance.now() - heldSince
    let mostDead = 0
    // Both work all the time, so that both have as much behind them.
    while (heldFor() < HELD_FOR_MS) {
      await held.measure()
      await free.measure()
      const { deadPerRow } = await readTableStats(free.worker.observer)
      if (heldFor() > SETTLED_MS) mostDead = Math.max(mostDead, deadPerRow)
    }
    const pairs = await interleave(held.measure, free.measure)
    const dead = await readTableStats(held.worker.observer)
    const deadWithout = await readTableStats(free.worker.observer)
    await holder.end()
    await held.close()
    await free.close()
    const what = "drafts per second, a transaction held open for 2 minutes, none"
    const rows = "dead rows of the task table per row, a transaction held open, none"
    return [
      compare({ id: "r14", what, unit: "1/s", reach: { of: "ratio", atLeast: 0.8 } }, pairs),
      compare(
        { id: "r14", what: rows, unit: "" },
        { ours: [dead.deadPerRow], reference: [deadWithout.deadPerRow] }
      ),
      report(
        {
          id: "r14",
          what: "dead rows of the task table per row, at most in a soak of 2 minutes",
          unit: "",
          reach: { of: "ours", atMost: 0.1 },
        },
        [mostDead]
      ),
      report(
        { id: "r14", what: "updates of the task that were heap-only, none held open", unit: "" },
        [deadWithout.heapOnlyShare]
      ),
    ]
  },
}
