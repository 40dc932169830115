import { queryDatabase } from "../../../testing/database"
import { eventually } from "../../../testing/eventually"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"

const FOR_MS = 3_000
const ASKING_AT_ONCE = 12

describe("the pool of a module's database", () => {
  let database: LedgerDatabase
  beforeAll(async () => {
    database = await createLedgerDatabase("cut_connections")
  })
  afterAll(() => database.drop())

  it("survives connections that are cut just as they are handed out", async () => {
    const end = Date.now() + FOR_MS
    let cut = 0
    let refused = 0
    // What an operator's failover does, for as long as the connections' owner goes on asking. A
    // client without a listener ends the process, and here the test.
    const cutAll = async () => {
      while (Date.now() < end) {
        const [row] = await queryDatabase<{ count: number }>(
          database.url,
          `select count(pg_terminate_backend(pid))::int as count from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
              and application_name like 'medusa-plugin-playground:%'`
        )
        cut += row?.count ?? 0
      }
    }
    const ask = async () => {
      while (Date.now() < end) {
        await database.dataSource.query("select 1").catch(() => (refused += 1))
      }
    }
    await Promise.all([cutAll(), ...Array.from({ length: ASKING_AT_ONCE }, ask)])

    expect(cut).toBeGreaterThan(ASKING_AT_ONCE)
    expect(refused).toBeGreaterThan(0)
    // The farewell of the last ones may still be on its way: the pool finds out by asking.
    const isAlive = async () => (await database.dataSource.query("select 1 as alive")).length === 1
    await eventually(isAlive, { withinMs: 5_000, because: "the pool has connections that live" })
  }, 20_000)
})
