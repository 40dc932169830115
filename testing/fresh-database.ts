import { setTimeout as delay } from "node:timers/promises"
import { Client } from "pg"

/** How long connections that are being closed may take before they are ended by force, in ms. */
const CLOSING_MS = 500
const POLL_MS = 10

const { DB_HOST = "localhost", DB_PORT = "5432", DB_USERNAME = "postgres" } = process.env
const DB_PASSWORD = process.env.DB_PASSWORD ?? "postgres"

/** The maintenance database of the run's own server. */
export const SERVER_URL = `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/postgres`

/** An empty database. */
export interface FreshDatabase {
  url: string
  drop(): Promise<void>
}

/**
 * @param name unique among the test files
 * @param serverUrl URL of another server's maintenance database; the run's own by default
 */
export async function createDatabase(name: string, serverUrl = SERVER_URL): Promise<FreshDatabase> {
  const database = `${name}_${process.pid}`
  await runOn(serverUrl, `drop database if exists ${database} with (force)`)
  await runOn(serverUrl, `create database ${database}`)
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  const drop = async () => {
    await letConnectionsEnd(serverUrl, database)
    await runOn(serverUrl, `drop database ${database} with (force)`)
  }
  return { url: url.href, drop }
}

/**
 * `pool.end()` of pg resolves before its connections are closed. One that is ended by force
 * meanwhile reports an error that nobody listens for any more, and the process dies of it.
 */
async function letConnectionsEnd(serverUrl: string, database: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  const deadline = Date.now() + CLOSING_MS
  try {
    while (Date.now() < deadline) {
      const { rowCount } = await client.query(
        "select 1 from pg_stat_activity where datname = $1 limit 1",
        [database]
      )
      if (rowCount === 0) return
      await delay(POLL_MS)
    }
  } finally {
    await client.end()
  }
}

async function runOn(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
