import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import { Client } from "pg"
import { SERVER_URL } from "./fresh-database"

const REPOSITORY = path.resolve(__dirname, "..")
/** Any number that nothing else here locks. */
const LOCK = 7_320_117

/** Named by jest's global setup, once per run, and dropped by its teardown. */
function templateName(): string {
  const name = process.env.HOST_TEMPLATE
  if (name) return name
  throw new Error("HOST_TEMPLATE is not set: the tests need jest's globalSetup")
}

/**
 * A database with all the host's tables, copied from one that the run's first suite migrates: that
 * takes some ten seconds, a copy a few tenths of one. What a suite's options add, its own boot migrates.
 */
export async function createHostDatabase(name: string): Promise<void> {
  const client = new Client({ connectionString: SERVER_URL })
  await client.connect()
  try {
    const template = templateName()
    // Held until the connection ends. Copies wait for each other too: a template takes one at a time.
    await client.query("select pg_advisory_lock($1)", [LOCK])
    const { rowCount } = await client.query("select from pg_database where datname = $1", [
      template,
    ])
    if (rowCount === 0) await migrateTemplate(client, template)
    await client.query(`create database ${client.escapeIdentifier(name)} template ${template}`)
  } finally {
    await client.end()
  }
}

async function migrateTemplate(client: Client, template: string): Promise<void> {
  const unfinished = `${template}_unfinished`
  await client.query(`create database ${unfinished}`)
  const url = new URL(SERVER_URL)
  url.pathname = `/${unfinished}`
  const flags = ["--execute-safe-links", "--skip-scripts", "--skip-search"]
  await promisify(execFile)(
    path.join(REPOSITORY, "node_modules/.bin/medusa"),
    ["db:migrate", ...flags],
    {
      cwd: REPOSITORY,
      env: {
        ...process.env,
        DATABASE_URL: url.href,
        // A queue of its own in Postgres is made by each suite that has one.
        PLAYGROUND_REDIS_URL: process.env.REDIS_URL,
        PLAYGROUND_OPTIONS: "{}",
        NODE_OPTIONS: "",
      },
      maxBuffer: 64 * 1024 * 1024,
    }
  )
  await client.query(`alter database ${unfinished} rename to ${template}`)
}

/** Drops the run's template, if a suite made one. */
export async function dropHostTemplate(): Promise<void> {
  const client = new Client({ connectionString: SERVER_URL })
  await client.connect()
  try {
    for (const name of [templateName(), `${templateName()}_unfinished`]) {
      await client.query(`drop database if exists ${name} with (force)`)
    }
  } finally {
    await client.end()
  }
}
