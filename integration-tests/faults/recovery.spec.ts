import { Client } from "pg"
import { startEmbeddedPostgres } from "../../scripts/services/postgres"
import { BACKENDS, inLab, LAB_OPTIONS, type FaultLab } from "../../testing/lab/fault-lab"
import { OwnRedis } from "../../testing/own-redis"

/** Long enough that what a busy machine adds does not count. */
const TIMED = { leaseMs: 6_000, reconcileIntervalMs: 4_000 }
/** G4: a task is picked up again after at most the lease and the reconciler's period together. */
const RECOVERY_MS = 1.2 * (TIMED.leaseMs + TIMED.reconcileIntervalMs)

/** Kills as the test says with calls in flight, and expects everything drafted once within the bound. */
async function recovers(lab: FaultLab, fault: () => Promise<void>, workers = 1): Promise<number> {
  lab.desk.hold()
  const batch = await lab.generate(24)
  await lab.callsInFlight(LAB_OPTIONS.concurrency * workers)
  const faultAt = performance.now()
  await fault()
  lab.desk.release()
  const tasks = await lab.finished(batch.id)
  const tookMs = performance.now() - faultAt
  expect(tasks.map((task) => task.status)).toEqual(Array(24).fill("succeeded"))
  expect(await lab.writtenTwice()).toEqual([])
  return tookMs
}

describe.each(BACKENDS)("what a batch survives, with the queue on %s", (backend) => {
  it(`G4 (${backend}): a worker killed in mid-call leaves nothing behind`, async () => {
    await inLab({ backend, options: TIMED }, async (lab) => {
      const [victim] = await Promise.all([lab.startWorker("victim"), lab.startWorker("survivor")])
      const tookMs = await recovers(lab, () => victim.kill(), 2)
      expect(tookMs).toBeLessThan(RECOVERY_MS)
    })
  })

  it(`G4 (${backend}): Postgres crashing in mid-batch leaves nothing behind`, async () => {
    const postgres = await startEmbeddedPostgres()
    try {
      await keepCommits(postgres.url)
      await inLab({ backend, postgresUrl: postgres.url }, async (lab) => {
        await lab.startWorker("one")
        await recovers(lab, () => crashPostgres(lab.database.url))
      })
    } finally {
      await postgres.stop()
    }
  })
})

it("G4: a Redis that forgets everything in mid-batch is filled again", async () => {
  const redis = await OwnRedis.open()
  try {
    await inLab({ backend: "redis", redisUrl: redis.url, options: TIMED }, async (lab) => {
      await lab.startWorker("one")
      const tookMs = await recovers(lab, async () => {
        await redis.command("flushall")
      })
      expect(tookMs).toBeLessThan(RECOVERY_MS)
    })
  } finally {
    await redis.kill()
  }
})

it("G4: a Redis killed in mid-batch and started empty is filled again", async () => {
  const redis = await OwnRedis.open()
  try {
    await inLab({ backend: "redis", redisUrl: redis.url }, async (lab) => {
      await lab.startWorker("one")
      await recovers(lab, async () => {
        await redis.kill()
        await redis.start()
      })
    })
  } finally {
    await redis.kill()
  }
})

/** The test servers answer a commit before it is written; a crash would take it back. */
async function keepCommits(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`alter role current_user set synchronous_commit = on`)
  await client.end()
}

/** Killing one backend makes Postgres drop all connections and run its crash recovery. */
async function crashPostgres(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  // It dies with all the others.
  client.on("error", () => {})
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(`select pg_backend_pid() as pid`)
  process.kill(Number(rows[0]?.pid), "SIGKILL")
}
