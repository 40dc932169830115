import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import path from "node:path"
import { listStepLeads } from "../../../src/modules/outreach/sql/list-step-leads"
import { outreachSchema } from "../../../src/modules/outreach/module-schema"
import { playgroundSchema } from "../../../src/modules/playground/module-schema"
import { retrieveBatchSummary } from "../../../src/modules/playground/sql/reads/list-batches"
import { listDrafts } from "../../../src/modules/playground/sql/reads/list-drafts"
import { requeueDueTasks } from "../../../src/modules/playground/sql/transitions/requeue-due-tasks"
import { createDataSource, type ModuleSchema } from "../../../src/persistence/data-source"
import { queryRows, type Db } from "../../../src/persistence/db"
import { createDatabase } from "../../../testing/fresh-database"
import { BATCH, fillLedger, LEFT_IN } from "./fill-ledger"
import { CAMPAIGN, fillOutreach } from "./fill-outreach"
import { RELEASED } from "./released-migrations"

const SCHEMAS = [playgroundSchema, outreachSchema]
const MODULES = path.join(__dirname, "../../../src/modules")

/** Each schema that an installed version may have, the newest last: the tables after n migrations. */
const stations = ({ migrations }: ModuleSchema) => migrations.map((_, place) => place + 1)

/** Fills the tables as they were after so many migrations, runs the others, and looks at them. */
async function upgrade(
  schema: ModuleSchema,
  from: number,
  { fill, look }: { fill: (db: Db) => Promise<void>; look: (db: Db) => Promise<void> }
): Promise<void> {
  const database = await createDatabase(`upgrade_${schema.module}_${from}`)
  const connect = async (migrations: ModuleSchema["migrations"]) => {
    const dataSource = await createDataSource({
      schema: { ...schema, migrations },
      options: { database: { clientUrl: database.url } },
      poolSize: 1,
    })
    return dataSource.initialize()
  }
  try {
    const before = await connect(schema.migrations.slice(0, from))
    await before.runMigrations({ transaction: "each" })
    await fill(before)
    await before.destroy()
    const after = await connect(schema.migrations)
    await after.runMigrations({ transaction: "each" })
    await look(after)
    await after.destroy()
  } finally {
    await database.drop()
  }
}

describe("an upgrade", () => {
  it.each(stations(playgroundSchema))(
    "keeps drafts, costs and work left to do, from the playground's schema %i on",
    async (from) => {
      const look = async (db: Db) => {
        const [batch] = await queryRows<{ campaign_id: string }>(
          db,
          `select campaign_id from playground_draft_batch where id = $1`,
          [BATCH]
        )
        const campaign_id = String(batch?.campaign_id)
        const summary = await retrieveBatchSummary(db, { campaign_id, batch_id: BATCH })
        const one = Object.fromEntries(LEFT_IN.map((status) => [status, 1]))
        expect(summary).toMatchObject({ ...one, prompt: "Hello", cap_reached: null, cost: null })

        const drafts = await listDrafts(db, { batch_id: BATCH, offset: 0, limit: 200 })
        expect(drafts).toMatchObject([
          { subject: "A subject", body: "A body", model: "a-model", review_status: "pending" },
        ])
        const due = await requeueDueTasks(db, {
          intervalMs: 0,
          isQueueEmpty: true,
          batch_ids: null,
          limit: 200,
        })
        expect(due).toHaveLength(2)
      }
      await upgrade(playgroundSchema, from, { fill: fillLedger, look })
    }
  )

  it.each(stations(outreachSchema))(
    "keeps campaigns, leads and who was assigned what, from the outreach schema %i on",
    async (from) => {
      const step = { campaign_id: CAMPAIGN, step_index: 1, labels: ["A"], after: "0", limit: 10 }
      const look = async (db: Db) =>
        expect(await listStepLeads(db, step)).toMatchObject([
          { email: "ada@example.com", variant_label: "A", attributes: { orders: 3 } },
          { email: "grace@example.com", variant_label: "A" },
        ])
      await upgrade(outreachSchema, from, { fill: fillOutreach, look })
    }
  )

  it("finds every migration of a release as it was released", () => {
    for (const [file, hash] of Object.entries(RELEASED)) {
      const text = readFileSync(path.join(MODULES, file), "utf8")
      expect([file, createHash("sha256").update(text).digest("hex")]).toEqual([file, hash])
    }
  })

  it("runs the migrations in the order of their time stamps, so that none is passed over", () => {
    for (const { migrations } of SCHEMAS) {
      const stamps = migrations.map(({ name }) => Number(/\d+$/.exec(name)?.[0]))
      expect(stamps).toEqual([...stamps].sort((one, other) => one - other))
    }
  })
})
