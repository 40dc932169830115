import { eventually } from "../../testing/eventually"
import { BACKENDS, inLab, type FaultLab } from "../../testing/lab/fault-lab"

// The lease outlives the test: only the slot decides when the next call begins.
const OPTIONS = { concurrency: 1, leaseMs: 30_000 }

/** Runs `look` while the first of two drafts is in hand and cannot be written, since its row is locked. */
async function whileUnwritten(lab: FaultLab, look: () => Promise<void>): Promise<void> {
  await lab.startWorker("one")
  lab.desk.hold()
  const batch = await lab.generate(2)
  await lab.callsInFlight(1)
  const lock = lab.database.dataSource.createQueryRunner()
  await lock.startTransaction()
  try {
    await lock.query(
      `select from playground_draft_task where batch_id = $1 and status = 'running' for update`,
      [batch.id]
    )
    lab.desk.release()
    await look()
    expect(await lab.countSucceeded(batch.id)).toBe(0)
  } finally {
    await lock.rollbackTransaction()
    await lock.release()
  }
  const tasks = await lab.finished(batch.id)
  expect(tasks.map(({ status }) => status)).toEqual(["succeeded", "succeeded"])
  expect(await lab.writtenTwice()).toEqual([])
}

describe.each(BACKENDS)("a slot, with the queue on %s", (backend) => {
  it(`goes to the next call while a draft is written (${backend})`, async () => {
    await inLab({ backend, options: OPTIONS }, async (lab) => {
      await whileUnwritten(lab, async () => {
        await eventually(() => lab.desk.calls.length === 2, {
          withinMs: 5_000,
          because: "the next call begins",
        })
      })
    })
  })

  it(`waits for the writing where a batch's spending is capped (${backend})`, async () => {
    const options = { ...OPTIONS, maxTokensPerBatch: 1_000_000 }
    await inLab({ backend, options }, async (lab) => {
      await whileUnwritten(lab, async () => {
        const next = eventually(() => lab.desk.calls.length > 1, {
          withinMs: 2_000,
          because: "the next call begins",
        })
        await expect(next).rejects.toThrow("in vain")
      })
    })
  })
})
