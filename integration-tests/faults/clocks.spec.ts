import { eventually } from "../../testing/eventually"
import { BACKENDS, inLab } from "../../testing/lab/fault-lab"
import { faketime } from "../../testing/lab/faketime"

describe.each(BACKENDS)("whose clock counts, with the queue on %s", (backend) => {
  it.each(["+2h", "-2h"])(
    `G8 (${backend}): a worker whose clock is %s off neither takes nor loses a lease`,
    async (offset) => {
      await inLab({ backend }, async (lab) => {
        await lab.startWorker("right", { options: { concurrency: 8 } })
        lab.desk.hold()
        const batch = await lab.generate(8)
        await lab.callsInFlight(8)
        // The one with the wrong clock has room left, and hears of every task again: its own, and those
        // of the other.
        await lab.startWorker("off", { env: faketime(offset), options: { concurrency: 64 } })
        const other = await lab.generate(8)
        await lab.callsInFlight(16)
        const tasks = [...(await lab.tasks(batch.id)), ...(await lab.tasks(other.id))]
        await lab.enqueue(tasks.map(({ id }) => ({ task_id: id, epoch: 900 })))
        // Longer than a lease: renewals must have kept it, on either clock.
        const [held] = await lab.database.dataSource.query<{ until: Date }[]>(
          `select max(lease_until) as until from playground_draft_task`
        )
        await eventually(
          async () => {
            const [now] = await lab.database.dataSource.query<{ is_over: boolean }[]>(
              `select now() > $1 as is_over`,
              [held?.until]
            )
            return now?.is_over
          },
          { withinMs: 45_000, because: "the first leases would be over" }
        )
        lab.desk.release()
        for (const { id } of [batch, other]) {
          const finished = await lab.finished(id)
          expect(finished.map(({ status, attempt }) => `${status} ${attempt}`)).toEqual(
            Array(8).fill("succeeded 1")
          )
        }
        expect(lab.desk.calls).toHaveLength(16)
        expect(new Set(lab.desk.calls.map((call) => call.worker))).toEqual(
          new Set(["right", "off"])
        )
        expect(await lab.writtenTwice()).toEqual([])
      })
    }
  )
})
