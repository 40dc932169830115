import { MAX_LOST_WORKERS } from "../../src/modules/playground/state-machine"
import { eventually } from "../../testing/eventually"
import { BACKENDS, inLab, type FaultLab } from "../../testing/lab/fault-lab"

/** Starts workers one after the other, each killed by its first call while the policy says so. */
async function crashUntilFinished(lab: FaultLab, batchId: string): Promise<number> {
  for (let started = 1; ; started++) {
    const worker = await lab.startWorker(`worker ${started}`)
    const isOver = await eventually(
      async () => {
        if ((await lab.batchStatus(batchId)) === "finished") return "finished"
        return worker.isAlive ? null : "crashed"
      },
      { withinMs: 45_000, because: "the worker dies or the batch finishes" }
    )
    if (isOver === "finished") return started
    // Age the row, not the test: its lease is over at once.
    await lab.database.dataSource.query(
      `update playground_draft_task set lease_until = now() - interval '1 second',
              enqueued_at = now() - interval '1 hour' where batch_id = $1 and status = 'running'`,
      [batchId]
    )
  }
}

describe.each(BACKENDS)("what crashes cost, with the queue on %s", (backend) => {
  it(`G7 (${backend}): crashes below the cap cost no attempt at the provider`, async () => {
    await inLab({ backend, options: { maxAttempts: 1 } }, async (lab) => {
      lab.desk.policy = () => ({ do: lab.desk.calls.length < 3 ? "crash" : "draft" })
      const batch = await lab.generate(1)
      await crashUntilFinished(lab, batch.id)
      const [task] = await lab.tasks(batch.id)
      expect(task).toMatchObject({ status: "succeeded", attempt: 3, error_count: 0 })
    })
  })

  it(`G7 (${backend}): a task that kills its worker each time ends as failed and says so`, async () => {
    await inLab({ backend }, async (lab) => {
      lab.desk.policy = () => ({ do: "crash" })
      const batch = await lab.generate(1)
      await crashUntilFinished(lab, batch.id)
      const [task] = await lab.tasks(batch.id)
      expect(task).toMatchObject({
        status: "failed",
        error_code: "worker_lost",
        attempt: MAX_LOST_WORKERS,
        error_count: 0,
      })
      const { per_lead } = await lab.api.retrieveBatchStatus(batch.campaign_id, batch.id)
      expect(per_lead[0]?.error?.params).toEqual({ times: MAX_LOST_WORKERS })
      expect(lab.desk.calls).toHaveLength(MAX_LOST_WORKERS)
    })
  })
})
