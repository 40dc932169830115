import type { LoaderOptions } from "@medusajs/framework/types"
import type { DataSource } from "typeorm"
import { createDataSource } from "../src/persistence/data-source"
import playground from "../src/modules/playground"
import type { PlaygroundOptions } from "../src/modules/playground/options/playground-options"
import { playgroundSchema } from "../src/modules/playground/module-schema"
import { createDatabase } from "./fresh-database"

/** A fresh database with the playground's tables and nothing else: no host has to boot for it. */
export interface LedgerDatabase {
  url: string
  dataSource: DataSource
  drop(): Promise<void>
}

interface LedgerDatabaseInput {
  /** The plugin's options: without `redisUrl` the queue's tables are made as well. */
  options?: PlaygroundOptions
  /** URL of another server's maintenance database. @default the run's own */
  serverUrl?: string
}

/** @param name unique among the test files */
export async function createLedgerDatabase(
  name: string,
  { options = {}, serverUrl }: LedgerDatabaseInput = {}
): Promise<LedgerDatabase> {
  const database = await createDatabase(`ledger_${name}`, serverUrl)
  const { url } = database
  const hostOptions = { database: { clientUrl: url }, ...options }
  const loader: Pick<LoaderOptions, "options"> = { options: hostOptions }
  // The runner reads nothing else of what the host passes.
  await playground.runMigrations(loader as LoaderOptions)
  const dataSource = await createDataSource({
    schema: playgroundSchema,
    options: hostOptions,
    poolSize: 20,
  })
  await dataSource.initialize()
  return {
    url,
    dataSource,
    drop: async () => {
      await dataSource.destroy()
      await database.drop()
    },
  }
}
