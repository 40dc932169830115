import { Client } from "pg"

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
  const drop = () => runOn(serverUrl, `drop database ${database} with (force)`)
  return { url: url.href, drop }
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
