import { eventually } from "../setup/eventually"
import { BACKENDS, inLab } from "./lab/fault-lab"
import { faketime } from "./lab/faketime"

describe.each(BACKENDS)("whose clock counts, with the queue on %s", (backend) => {
  it.each(["+2h", "-2h"])(
    `G8 (${backend}): a worker whose clock is %s off neither takes nor loses a lease`,
    async (offset) => {
      await inLab({ backend }, async (lab) => {
        await lab.startWorker("right")
        lab.desk.hold()
        const batch = await lab.generate(8)
        await lab.callsInFlight(8)
        await lab.startWorker("off", { env: faketime(offset) })
        // Both hear of every task of a second batch, and of the first one's again.
        const other = await lab.generate(8)
        await lab.callsInFlight(16)
        const ids = (await lab.tasks(batch.id)).map((task) => task.id)
        lab.api.ringTasks(ids.map((task_id) => ({ task_id, epoch: 900 })))
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
          { withinMs: 10_000, because: "the first leases would be over" }
        )
        lab.desk.release()
        for (const { id } of [batch, other]) {
          const tasks = await lab.finished(id)
          expect(tasks.map(({ status, attempt }) => `${status} ${attempt}`)).toEqual(
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
