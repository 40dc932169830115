import { finishBatches } from "../../../src/modules/playground/generation/finish-batches"
import type { EndedBatchRow } from "../../../src/modules/playground/sql/transitions/finish-batch"
import { insertBatch } from "../../../testing/ledger-batch"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"

describe("the end of a batch", () => {
  let database: LedgerDatabase
  beforeAll(async () => {
    database = await createLedgerDatabase("finish")
  })
  afterAll(() => database.drop())

  const end = (batchId: string) =>
    database.dataSource.query(
      `update playground_draft_task set status = 'failed', completed_at = now() where batch_id = $1`,
      [batchId]
    )

  it("is told once, by the one of twenty finishers that made it", async () => {
    const { manager } = database.dataSource
    const { batch_id, campaign_id } = await insertBatch(manager, 2)
    await end(batch_id)
    const told: EndedBatchRow[] = []
    const finish = () => finishBatches(manager, [batch_id], (batch) => told.push(batch))
    const answers = await Promise.all(Array.from({ length: 20 }, finish))
    expect(told).toEqual([{ id: batch_id, campaign_id, step_index: 1 }])
    expect(answers.flat()).toEqual([batch_id])
    expect(await finish()).toEqual([])
  })

  it("is told before the next batch is looked at, whatever that comes to", async () => {
    const { manager } = database.dataSource
    const [one, two] = [await insertBatch(manager, 1), await insertBatch(manager, 1)]
    await end(one.batch_id)
    await end(two.batch_id)
    const told: string[] = []
    const work = finishBatches(manager, [one.batch_id, two.batch_id], ({ id }) => {
      told.push(id)
      throw new Error("the process dies here")
    })
    await expect(work).rejects.toThrow("the process dies here")
    const left = await finishBatches(manager, [one.batch_id, two.batch_id], () => {})
    expect([...told, ...left].sort()).toEqual([one.batch_id, two.batch_id].sort())
  })
})
