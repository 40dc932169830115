import type { LoaderOptions } from "@medusajs/framework/types"
import outreach from "../../../src/modules/outreach"
import playground from "../../../src/modules/playground"
import { outreachSchema } from "../../../src/modules/outreach/module-schema"
import { playgroundSchema } from "../../../src/modules/playground/module-schema"
import { queryRows } from "../../../src/persistence/db"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"

/** Every table, column and constraint of the two modules and of the queue. */
const READ_SCHEMA = `
  select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type as item
    from information_schema.columns where table_schema in ('public', 'playground_queue')
  union all
  select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace
  union all
  select indexdef from pg_indexes where schemaname = 'public' order by 1`

/** The scripts read nothing else of what the host passes. */
function loaderOf({ url }: LedgerDatabase): LoaderOptions {
  const loader: Pick<LoaderOptions, "options"> = { options: { database: { clientUrl: url } } }
  return loader as LoaderOptions
}

const OUTREACH_MIGRATIONS = outreachSchema.migrations.map(({ name }) => name)
const PLAYGROUND_MIGRATIONS = playgroundSchema.migrations.map(({ name }) => name)

describe("the migrations that the host's db:migrate and db:rollback run", () => {
  let database: LedgerDatabase
  beforeAll(async () => {
    database = await createLedgerDatabase("migrations")
  })
  afterAll(() => database.drop())

  const schema = async () =>
    (await queryRows<{ item: string }>(database.dataSource, READ_SCHEMA)).map((row) => row.item)

  it("name what they ran, are reverted without a trace, and come back the same", async () => {
    const loader = loaderOf(database)
    await outreach.runMigrations(loader)
    const before = await schema()
    expect(before.some((item) => item.startsWith("playground_queue."))).toBe(true)

    await outreach.revertMigration({ ...loader, migrationNames: OUTREACH_MIGRATIONS })
    await playground.revertMigration({ ...loader, migrationNames: PLAYGROUND_MIGRATIONS })
    const left = await schema()
    expect(left.filter((item) => !/_migration\b/.test(item))).toEqual([])

    const ran = [await playground.runMigrations(loader), await outreach.runMigrations(loader)]
    expect(ran.flat().map(({ name }) => name)).toEqual([
      ...PLAYGROUND_MIGRATIONS,
      ...OUTREACH_MIGRATIONS,
    ])
    expect(await schema()).toEqual(before)
    expect(await playground.runMigrations(loader)).toEqual([])
  })

  it("revert nothing when all-or-nothing names nothing", async () => {
    const loader = loaderOf(database)
    const before = await schema()
    await playground.revertMigration({ ...loader, migrationNames: [] })
    expect(await schema()).toEqual(before)
  })
})
