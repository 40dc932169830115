import type { LoaderOptions, Logger } from "@medusajs/framework/types"
import outreach from "../src/modules/outreach"
import { outreachSchema } from "../src/modules/outreach/module-schema"
import OutreachModuleService from "../src/modules/outreach/service"
import { createDataSource } from "../src/persistence/data-source"
import type { Db } from "../src/persistence/db"
import { createDatabase } from "./fresh-database"

/** The bundled campaign source on a fresh database, with nothing else: no host has to boot for it. */
export interface OutreachDatabase {
  service: OutreachModuleService
  /** As the host passes them to the module. */
  options: { database: { clientUrl: string } }
  /** Raw statements, on connections of its own. */
  db: Db
  drop(): Promise<void>
}

/** @param name unique among the test files */
export async function createOutreachDatabase(name: string): Promise<OutreachDatabase> {
  const database = await createDatabase(`outreach_${name}`)
  const options = { database: { clientUrl: database.url } }
  const loader: Pick<LoaderOptions, "options"> = { options }
  // The runner reads nothing else of what the host passes.
  await outreach.runMigrations(loader as LoaderOptions)
  // The service logs through nothing else.
  const logger = console as unknown as Logger
  const service = new OutreachModuleService({ logger }, options)
  const dataSource = await createDataSource({
    schema: outreachSchema,
    options,
    poolSize: 5,
  })
  await dataSource.initialize()
  return {
    service,
    options,
    db: dataSource,
    drop: async () => {
      await service.__hooks.onApplicationShutdown()
      await dataSource.destroy()
      await database.drop()
    },
  }
}
