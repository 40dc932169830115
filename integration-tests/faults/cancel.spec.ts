import { setTimeout as sleep } from "node:timers/promises"
import { eventually } from "../setup/eventually"
import { BACKENDS, inLab, type FaultLab } from "./lab/fault-lab"

const ROUNDS = 200
const DRAFTS = 40
/** Rounds that run at the same time, so that cancels also meet other batches' completions. */
const ABREAST = 8

describe.each(BACKENDS)("what a cancel promises, with the queue on %s", (backend) => {
  it(`G6 (${backend}): of ${ROUNDS} batches cancelled at random moments, none is changed afterwards`, async () => {
    await inLab({ backend, options: { concurrency: 32 } }, async (lab) => {
      await Promise.all([lab.startWorker("one"), lab.startWorker("two")])
      lab.desk.policy = async () => {
        await sleep(Math.random() * 4)
        return { do: "draft" }
      }
      let stopped = 0
      let written = 0
      for (let round = 0; round < ROUNDS; round += ABREAST) {
        const outcomes = await Promise.all(
          Array.from({ length: ABREAST }, () => cancelAtRandom(lab))
        )
        for (const { cancelled, succeeded } of outcomes) {
          stopped += cancelled
          written += succeeded
        }
      }
      // Otherwise the moments were not random, and the test shows nothing.
      expect(stopped).toBeGreaterThan(ROUNDS)
      expect(written).toBeGreaterThan(ROUNDS)
      expect(await lab.writtenTwice()).toEqual([])
    })
  })

  it(`G6 (${backend}): a cancel aborts calls that hang in another process within a second`, async () => {
    await inLab({ backend }, async (lab) => {
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

/** One round: what the batch is when the cancel answers is what it stays. */
async function cancelAtRandom(lab: FaultLab): Promise<{ cancelled: number; succeeded: number }> {
  const batch = await lab.generate(DRAFTS)
  await sleep(Math.random() * 60)
  await lab.api.cancelDraftBatch(batch.campaign_id, batch.id)
  const atOnce = await lab.tasks(batch.id)
  // Longer than any call lasts: whatever was in flight has come back by then.
  await sleep(40)
  expect(await lab.tasks(batch.id)).toEqual(atOnce)
  const count = (status: string) => atOnce.filter((task) => task.status === status).length
  expect(count("running") + count("pending")).toBe(0)
  return { cancelled: count("cancelled"), succeeded: count("succeeded") }
}
