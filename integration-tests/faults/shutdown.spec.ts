import { BACKENDS, inLab, LAB_OPTIONS } from "../../testing/lab/fault-lab"
import { OwnRedis } from "../../testing/own-redis"

/** The deadline, the grace for giving tasks back, and what closing connections takes. */
const EXIT_WITHIN_MS = LAB_OPTIONS.shutdownTimeoutMs + 2_500

describe.each(BACKENDS)("what SIGTERM does, with the queue on %s", (backend) => {
  it(`G9 (${backend}): with 8 calls that hang, the process exits with 0 and the tasks go on elsewhere`, async () => {
    await inLab({ backend, options: { shutdownTimeoutMs: 1_000 } }, async (lab) => {
      const leaving = await lab.startWorker("leaving")
      lab.desk.hold()
      const batch = await lab.generate(8)
      await lab.callsInFlight(8)
      const { code, tookMs } = await leaving.terminate()
      expect(code).toBe(0)
      expect(tookMs).toBeLessThan(1_000 + 2_500)
      const givenBack = await lab.tasks(batch.id)
      expect(givenBack.map(({ status, attempt }) => `${status} ${attempt}`)).toEqual(
        Array(8).fill("pending 0")
      )
      lab.desk.release()
      await lab.startWorker("next")
      const tasks = await lab.finished(batch.id)
      expect(tasks.map(({ status, attempt }) => `${status} ${attempt}`)).toEqual(
        Array(8).fill("succeeded 1")
      )
      expect(await lab.writtenTwice()).toEqual([])
    })
  })

  it(`G9 (${backend}): calls that end within the deadline are written before the process exits`, async () => {
    await inLab({ backend }, async (lab) => {
      const leaving = await lab.startWorker("leaving")
      lab.desk.hold()
      const batch = await lab.generate(8)
      await lab.callsInFlight(8)
      const exit = leaving.terminate()
      lab.desk.release()
      const { code, tookMs } = await exit
      expect(code).toBe(0)
      expect(tookMs).toBeLessThan(LAB_OPTIONS.shutdownTimeoutMs)
      expect((await lab.tasks(batch.id)).map((task) => task.status)).toEqual(
        Array(8).fill("succeeded")
      )
    })
  })
})

it("G9: with Redis gone, SIGTERM ends the process with 0 within its deadline", async () => {
  const redis = await OwnRedis.open()
  try {
    await inLab({ backend: "redis", redisUrl: redis.url }, async (lab) => {
      const leaving = await lab.startWorker("leaving")
      lab.desk.hold()
      const batch = await lab.generate(8)
      await lab.callsInFlight(8)
      await redis.kill()
      const { code, tookMs } = await leaving.terminate()
      expect(code).toBe(0)
      expect(tookMs).toBeLessThan(EXIT_WITHIN_MS)
      await redis.start()
      lab.desk.release()
      await lab.startWorker("next")
      const tasks = await lab.finished(batch.id)
      expect(tasks.map((task) => task.status)).toEqual(Array(8).fill("succeeded"))
      expect(await lab.writtenTwice()).toEqual([])
    })
  } finally {
    await redis.kill()
  }
})
