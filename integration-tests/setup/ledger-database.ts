import type { LoaderOptions } from "@medusajs/framework/types"
import { Client } from "pg"
import type { DataSource } from "typeorm"
import { createDataSource } from "../../src/persistence/data-source"
import { toMigrationScripts } from "../../src/persistence/migrations"
import { playgroundSchema } from "../../src/modules/playground/module-schema"

const { DB_HOST = "localhost", DB_PORT = "5432", DB_USERNAME = "postgres" } = process.env
const DB_PASSWORD = process.env.DB_PASSWORD ?? "postgres"

/** A fresh database with the playground's tables and nothing else: no host has to boot for it. */
export interface LedgerDatabase {
  url: string
  dataSource: DataSource
  drop(): Promise<void>
}

const urlOf = (database: string) =>
  `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/${database}`

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: urlOf("postgres") })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** @param name unique among the test files */
export async function createLedgerDatabase(name: string): Promise<LedgerDatabase> {
  const database = `ledger_${name}_${process.pid}`
  await onServer(`drop database if exists ${database} with (force)`)
  await onServer(`create database ${database}`)
  const url = urlOf(database)
  const options = { database: { clientUrl: url } }
  const loader: Pick<LoaderOptions, "options"> = { options }
  // The runner reads nothing else of what the host passes.
  await toMigrationScripts(playgroundSchema).runMigrations(loader as LoaderOptions)
  const dataSource = await createDataSource({
    schema: playgroundSchema,
    options,
    poolSize: 20,
  }).initialize()
  return {
    url,
    dataSource,
    drop: async () => {
      await dataSource.destroy()
      await onServer(`drop database ${database} with (force)`)
    },
  }
}
