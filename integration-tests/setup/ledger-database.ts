import type { LoaderOptions } from "@medusajs/framework/types"
import { Client } from "pg"
import type { DataSource } from "typeorm"
import { createDataSource } from "../../src/persistence/data-source"
import playground from "../../src/modules/playground"
import type { PlaygroundOptions } from "../../src/modules/playground/types/options"
import { playgroundSchema } from "../../src/modules/playground/module-schema"

const { DB_HOST = "localhost", DB_PORT = "5432", DB_USERNAME = "postgres" } = process.env
const DB_PASSWORD = process.env.DB_PASSWORD ?? "postgres"

/** A fresh database with the playground's tables and nothing else: no host has to boot for it. */
export interface LedgerDatabase {
  url: string
  dataSource: DataSource
  drop(): Promise<void>
}

const RUNS_OWN = `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/postgres`

function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
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
  { options = {}, serverUrl = RUNS_OWN }: LedgerDatabaseInput = {}
): Promise<LedgerDatabase> {
  const database = `ledger_${name}_${process.pid}`
  await onServer(serverUrl, `drop database if exists ${database} with (force)`)
  await onServer(serverUrl, `create database ${database}`)
  const url = urlOf(serverUrl, database)
  const hostOptions = { database: { clientUrl: url }, ...options }
  const loader: Pick<LoaderOptions, "options"> = { options: hostOptions }
  // The runner reads nothing else of what the host passes.
  await playground.runMigrations(loader as LoaderOptions)
  const dataSource = await createDataSource({
    schema: playgroundSchema,
    options: hostOptions,
    poolSize: 20,
  }).initialize()
  return {
    url,
    dataSource,
    drop: async () => {
      await dataSource.destroy()
      await onServer(serverUrl, `drop database ${database} with (force)`)
    },
  }
}
