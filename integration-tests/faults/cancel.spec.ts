import { eventually } from "../../testing/eventually"
import { BACKENDS, inLab, type FaultLab } from "../../testing/lab/fault-lab"

const ROUNDS = 200
const DRAFTS = 40
/** Rounds that run at the same time, so that cancels also meet other batches' completions. */
const ABREAST = 8

describe.each(BACKENDS)("what a cancel promises, with the queue on %s", (backend) => {
  it(`G6 (${backend}): of ${ROUNDS} batches cancelled at random moments, none is changed afterwards`, async () => {
    await inLab({ backend, options: { concurrency: 32, generator: "quick" } }, async (lab) => {
      await Promise.all([lab.startWorker("one"), lab.startWorker("two")])
      const rounds: CancelledBatch[] = []
      while (rounds.length < ROUNDS) {
        rounds.push(
          ...(await Promise.all(Array.from({ length: ABREAST }, () => cancelAtRandom(lab))))
        )
      }
      // Whoever could still write late has had its turn when later work is through.
      const last = await lab.generate(200)
      await lab.finished(last.id, 60_000)
      for (const { id, tasks } of rounds) expect(await lab.tasks(id)).toEqual(tasks)

      const statuses = rounds.flatMap(({ tasks }) => tasks.map((task) => task.status))
      const count = (status: string) => statuses.filter((other) => other === status).length
      expect(count("running") + count("pending")).toBe(0)
      // Otherwise the moments were not random, and the test shows nothing.
      expect(count("cancelled")).toBeGreaterThan(ROUNDS)
      expect(count("succeeded")).toBeGreaterThan(ROUNDS)
      expect(await lab.writtenTwice()).toEqual([])
    })
  }, 180_000)

  it(`G6 (${backend}): a cancel aborts calls that hang in another process within a second`, async () => {
    // A renewal of the lease would also notice, but not within a second of this one.
    await inLab({ backend, options: { leaseMs: 30_000 } }, async (lab) => {
      await lab.startWorker("one")
      lab.desk.hold()
      const batch = await lab.generate(8)
      await lab.callsInFlight(8)
      const calls = [...lab.desk.pending]
      const answer = await lab.api.cancelDraftBatch(batch.campaign_id, batch.id)
      expect(answer.cancelled_count).toBe(8)
      await eventually(() => calls.every((call) => call.isCut), {
        withinMs: 1_000,
        because: "every call is aborted",
        everyMs: 10,
      })
      const again = await lab.api.cancelDraftBatch(batch.campaign_id, batch.id)
      expect(again.cancelled_count).toBe(0)
    })
  })
})

interface CancelledBatch {
  id: string
  /** As they were when the cancel had answered. */
  tasks: Awaited<ReturnType<FaultLab["tasks"]>>
}

/** Cancels once a random number of its drafts is written, with others in every stage of their way. */
async function cancelAtRandom(lab: FaultLab): Promise<CancelledBatch> {
  const { id, campaign_id } = await lab.generate(DRAFTS)
  const written = Math.floor(Math.random() * DRAFTS)
  await eventually(async () => (await lab.countSucceeded(id)) >= written, {
    withinMs: 60_000,
    because: `${written} drafts are written`,
    everyMs: 5,
  })
  await lab.api.cancelDraftBatch(campaign_id, id)
  return { id, tasks: await lab.tasks(id) }
}
