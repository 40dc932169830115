import { eventually } from "../../testing/eventually"
import { FaultyProxy } from "../../testing/faulty-proxy"
import { BACKENDS, inLab } from "../../testing/lab/fault-lab"

/** Long enough that what a busy machine adds does not count. */
const TIMED = { leaseMs: 6_000, reconcileIntervalMs: 4_000 }
const RECOVERY_MS = 1.2 * (TIMED.leaseMs + TIMED.reconcileIntervalMs)
const DRAFTS = 200

describe.each(BACKENDS)("connections that lose everything and are cut by nobody", (backend) => {
  it(`G4 (${backend}): hold no draft up for longer than a lease and a reconcile interval`, async () => {
    const options = { ...TIMED, generator: "quick" }
    await inLab({ backend, options, quickDelayMs: 100 }, async (lab) => {
      const proxy = await FaultyProxy.open(lab.database.url)
      try {
        await lab.startWorker("one", { databaseUrl: proxy.url })
        const batch = await lab.generate(DRAFTS)
        await eventually(async () => (await lab.countSucceeded(batch.id)) > 20, {
          withinMs: 20_000,
          because: "it drafts",
          everyMs: 10,
        })
        proxy.swallowAll()
        const swallowedAt = performance.now()
        const before = await lab.countSucceeded(batch.id)
        expect(before).toBeLessThan(DRAFTS / 2)

        const tasks = await lab.finished(batch.id, 4 * RECOVERY_MS)
        expect(performance.now() - swallowedAt).toBeLessThan(RECOVERY_MS)
        expect(tasks.map((task) => task.status)).toEqual(Array(DRAFTS).fill("succeeded"))
        expect(await lab.writtenTwice()).toEqual([])
      } finally {
        await proxy.close()
      }
    })
  }, 120_000)
})
