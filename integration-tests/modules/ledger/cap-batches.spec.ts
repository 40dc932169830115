import { capBatches } from "../../../src/modules/playground/sql/transitions/cap-batches"
import { queryRows } from "../../../src/persistence/db"
import { eventually } from "../../../testing/eventually"
import { insertBatch } from "../../../testing/ledger-batch"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"

const CAPS = { maxTokens: 10, maxCost: null }

describe("batches that have used up what one may use", () => {
  let database: LedgerDatabase
  beforeAll(async () => {
    database = await createLedgerDatabase("cap_batches")
  })
  afterAll(() => database.drop())

  /** Ids in order, of batches that have spent more than the cap. */
  const spentBatches = async (count: number): Promise<string[]> => {
    const ids: string[] = []
    for (let made = 0; made < count; made++) {
      const { batch_id } = await insertBatch(database.dataSource, 1)
      ids.push(batch_id)
    }
    await database.dataSource.query(
      `insert into playground_draft_failure (task_id, input_tokens)
       select id, 100 from playground_draft_task where batch_id = any ($1)`,
      [ids]
    )
    return ids.sort()
  }

  const versions = (ids: string[]) =>
    queryRows<{ id: string; version: string }>(
      database.dataSource,
      `select id, xmin::text as version from playground_draft_batch
        where id = any ($1) order by id`,
      [ids]
    )

  it("are locked in id order: of two workers one waits, and holds nothing beyond", async () => {
    const ids = await spentBatches(12)
    const [first, ...others] = ids
    const holder = database.dataSource.createQueryRunner()
    await holder.startTransaction()
    try {
      await holder.query(`select from playground_draft_batch where id = $1 for update`, [first])
      const capping = capBatches(database.dataSource, { ...CAPS, batch_ids: ids })
      await eventually(
        async () => {
          const waiting = await queryRows(
            database.dataSource,
            `select from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock'`
          )
          return waiting.length === 1
        },
        { withinMs: 5_000, because: "the other worker waits" }
      )
      await holder.query(
        `select from playground_draft_batch where id = any ($1) for update nowait`,
        [others]
      )
      await holder.commitTransaction()
      expect((await capping).map(({ id }) => id).sort()).toEqual(ids)
    } finally {
      if (holder.isTransactionActive) await holder.rollbackTransaction()
      await holder.release()
    }
  })

  it("are marked once, and answered again without being written again", async () => {
    const ids = await spentBatches(3)
    await capBatches(database.dataSource, { ...CAPS, batch_ids: ids })
    const marked = await versions(ids)
    const again = await capBatches(database.dataSource, { ...CAPS, batch_ids: ids })
    expect(again.map(({ id }) => id).sort()).toEqual(ids)
    expect(await versions(ids)).toEqual(marked)
  })
})
