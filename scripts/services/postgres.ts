import { execFile } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { promisify } from "node:util"
import { Client } from "pg"
import { onLeave } from "./exit"
import { freePort } from "./free-port"
import { findPostgresBinaries, postgresUser } from "./postgres-binaries"
import { startServerProcess } from "./server-process"
import type { Service } from "./service"

const START_WITHIN_MS = 30_000

const SETTINGS = {
  max_connections: "300",
  shared_buffers: "256MB",
  unix_socket_directories: "",
  listen_addresses: "localhost",
}

// Its rows die with it: nothing is worth waiting for the disk.
const FOR_A_SHORT_LIFE = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
}

/**
 * The Postgres of `DATABASE_URL`, or of `DB_HOST` and its companions; else one of its own.
 *
 * @returns the URL of its maintenance database, or the given one
 */
export async function startPostgres(): Promise<Service> {
  const given = process.env.DATABASE_URL || urlFromParts()
  return given ? { url: given, stop: async () => {} } : startEmbeddedPostgres()
}

function urlFromParts(): string | undefined {
  const { DB_HOST, DB_PORT = "5432", DB_USERNAME = "postgres", DB_PASSWORD = "" } = process.env
  if (!DB_HOST) return undefined
  const [user, password] = [DB_USERNAME, DB_PASSWORD].map(encodeURIComponent)
  return `postgres://${user}:${password}@${DB_HOST}:${DB_PORT}/postgres`
}

interface EmbeddedPostgresOptions {
  /** True where commits must cost what they cost elsewhere: for benches. @default false */
  isDurable?: boolean
}

/** An empty Postgres on a free port, its data under the system's temporary directory. */
export async function startEmbeddedPostgres({
  isDurable = false,
}: EmbeddedPostgresOptions = {}): Promise<Service> {
  const directory = await mkdtemp(path.join(os.tmpdir(), "playground-postgres-"))
  onLeave(() => rm(directory, { recursive: true, force: true }))
  return startCluster(directory, isDurable ? SETTINGS : { ...SETTINGS, ...FOR_A_SHORT_LIFE })
}

async function startCluster(
  directory: string,
  serverSettings: Record<string, string>
): Promise<Service> {
  const user = postgresUser()
  const binaries = await findPostgresBinaries(directory, user)
  const password = randomBytes(12).toString("hex")
  const passwordFile = path.join(directory, "password")
  const data = path.join(directory, "data")
  await writeFile(passwordFile, password, { mode: 0o600 })
  await chmod(directory, 0o700)
  if (user) {
    for (const owned of [directory, passwordFile]) await chown(owned, user.uid, user.gid)
  }

  // The built-in locale sorts and folds case alike on every machine.
  const cluster = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"]
  const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`]
  await promisify(execFile)(
    binaries.initdb,
    [`--pgdata=${data}`, "--no-sync", "--no-locale", ...cluster, ...access],
    { ...user, cwd: directory }
  )

  const port = await freePort()
  const settings = Object.entries(serverSettings).flatMap(([key, value]) => [
    "-c",
    `${key}=${value}`,
  ])
  const server = startServerProcess(
    binaries.postgres,
    ["-D", data, "-p", String(port), ...settings],
    { directory, user }
  )
  onLeave(() => server.stop())
  const url = `postgres://postgres:${password}@localhost:${port}/postgres`
  await Promise.race([untilItAnswers(url), server.failed])
  return { url, stop: () => server.stop() }
}

async function untilItAnswers(url: string): Promise<void> {
  const deadline = Date.now() + START_WITHIN_MS
  for (;;) {
    const client = new Client({ connectionString: url })
    // A connection that breaks while it is being opened also says so here.
    client.on("error", () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(50)
    }
  }
}
