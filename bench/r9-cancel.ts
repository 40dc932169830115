import { randomUUID } from "node:crypto"
import { Pool } from "pg"
import { ModelDesk } from "../testing/lab/model-desk"
import { eventually } from "../testing/eventually"
import { createDatabase } from "../testing/fresh-database"
import type { Bench, Services } from "./lib/bench"
import { startProcesses } from "./lib/drafting-processes"
import { compare, report } from "./lib/figure"
import { OurWorker } from "./lib/our-worker"
import { interleave, timed } from "./lib/rounds"

const LEADS = 200
const CONCURRENCY = 32
const ROUNDS = 15

/** How fast a running batch is stopped, and the calls that another process has in flight for it. */
export const cancel: Bench = {
  id: "r9",
  title: "cancel of a running batch of 200, against the bare two UPDATEs",
  run: async (services) => {
    const desk = new ModelDesk()
    const deskUrl = await desk.open()
    desk.hold()
    const options = { concurrency: CONCURRENCY, generator: "desk" }
    const api = await OurWorker.open(services, "r9", { backend: "redis", mode: "server", options })
    const [worker] = await startProcesses(api, ["one"], { deskUrl })
    const bare = await openBare(services)
    const abortedAfter: number[] = []

    const pairs = await interleave(
      async () => {
        const [batch] = await api.prepare(LEADS)
        if (!batch) throw new Error("there is one batch")
        api.service.enqueueTasks(batch.tasks)
        await untilPending(desk, CONCURRENCY)
        const startedAt = performance.now()
        const tookMs = await timed(() => api.service.cancelDraftBatch(batch.campaign_id, batch.id))
        await untilPending(desk, 0)
        abortedAfter.push(performance.now() - startedAt)
        return tookMs
      },
      bare.measure,
      { rounds: ROUNDS }
    )
    await worker?.kill()
    await api.close()
    await bare.close()
    await desk.close()
    const heading = { id: "r9", what: "cancel until it is answered", unit: "ms" }
    const calls = { id: "r9", what: "cancel until the last call elsewhere is aborted", unit: "ms" }
    return [
      compare({ ...heading, reach: { of: "ratio", atMost: 1.2 } }, pairs),
      report({ ...calls, reach: { of: "ours", atMost: 250 } }, abortedAfter),
    ]
  },
}

function untilPending(desk: ModelDesk, count: number): Promise<boolean> {
  const because = `${count} calls are in flight`
  return eventually(() => desk.pending.size === count, { withinMs: 30_000, because, everyMs: 1 })
}

async function openBare({ postgresUrl }: Services) {
  const database = await createDatabase("r9_bare", postgresUrl)
  const pool = new Pool({ connectionString: database.url, max: 1 })
  await pool.query("create table bare_batch (id uuid primary key, status text not null)")
  await pool.query(
    `create table bare_task (
       id uuid primary key default gen_random_uuid(), batch_id uuid not null, status text not null)`
  )
  await pool.query("create index on bare_task (batch_id)")
  return {
    measure: async () => {
      const id = randomUUID()
      await pool.query("insert into bare_batch values ($1, 'running')", [id])
      await pool.query(
        "insert into bare_task (batch_id, status) select $1, 'running' from generate_series(1, $2)",
        [id, LEADS]
      )
      return timed(async () => {
        await pool.query("begin")
        await pool.query("update bare_batch set status = 'cancelled' where id = $1", [id])
        await pool.query("update bare_task set status = 'cancelled' where batch_id = $1", [id])
        await pool.query("commit")
      })
    },
    close: async () => {
      await pool.end()
      await database.drop()
    },
  }
}
