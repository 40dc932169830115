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
import { shortLivedDirectory } from "./short-lived-directory"

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

/** An empty Postgres on a free port, whose data dies with it. */
export async function startEmbeddedPostgres({
  isDurable = false,
}: EmbeddedPostgresOptions = {}): Promise<Service> {
  const directory = await makeDirectory(os.tmpdir())
  const data = await makeDirectory(isDurable ? os.tmpdir() : await shortLivedDirectory())
  const settings = isDurable ? SETTINGS : { ...SETTINGS, ...FOR_A_SHORT_LIFE }
  return startCluster(directory, data, settings)
}

async function makeDirectory(parent: string): Promise<string> {
  const directory = await mkdtemp(path.join(parent, "playground-postgres-"))
  onLeave(() => rm(directory, { recursive: true, force: true }))
  await chmod(directory, 0o700)
  return directory
}

async function startCluster(
  directory: string,
  data: string,
  serverSettings: Record<string, string>
): Promise<Service> {
  const user = postgresUser()
  const binaries = await findPostgresBinaries(directory, user)
  const password = randomBytes(12).toString("hex")
  const passwordFile = path.join(directory, "password")
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (user) {
    for (const owned of [directory, data, passwordFile]) await chown(owned, user.uid, user.gid)
  }

  // The built-in locale sorts and folds case alike on every machine.
  const cluster = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"]
  const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`]
  // The password is random: stretching it keeps nobody out, and costs each new connection.
  const hashing = ["--set=scram_iterations=1"]
  await promisify(execFile)(
    binaries.initdb,
    [`--pgdata=${data}`, "--no-sync", "--no-locale", ...cluster, ...access, ...hashing],
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
    { directories: [directory, data], user }
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
