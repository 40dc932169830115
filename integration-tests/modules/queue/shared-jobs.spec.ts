import { eventually } from "../../../testing/eventually"
import { BACKENDS, inLab } from "../../../testing/lab/fault-lab"

/** Eight drafts to a job in Redis, sixteen in Postgres, where a job costs more. */
const SHARED_JOBS = { redis: 3, postgres: 2 }

describe.each(BACKENDS)("a batch of 20, with the queue on %s", (backend) => {
  it.each([
    ["shared jobs by a generator that is instant", { quickDelayMs: 0 }, SHARED_JOBS[backend]],
    ["a job for each draft by one that waits", { quickDelayMs: 5 }, 20],
  ])(`is put into %s (${backend})`, async (_, delay, jobs) => {
    await inLab({ backend, options: { generator: "quick" }, ...delay }, async (lab) => {
      await lab.generate(20)
      const depth = await eventually(() => lab.queueDepth(), {
        withinMs: 20_000,
        because: "the queue has its jobs",
      })
      expect(depth).toBe(jobs)
    })
  })
})
