import { spawnSync } from "node:child_process"
import { mkdtemp } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Redis } from "ioredis"
import { onLeave } from "./exit"
import { freePort } from "./free-port"
import { installDebianPackage, mayInstallDebianPackage } from "./install-debian-package"
import { startServerProcess } from "./server-process"
import type { Service } from "./service"

const START_WITHIN_MS = 10_000

/** The Redis of `REDIS_URL`; else one of its own. */
export async function startRedis(): Promise<Service> {
  const given = process.env.REDIS_URL
  return given ? { url: given, stop: async () => {} } : startOwnRedis()
}

/**
 * An empty Redis on a free port, of the `redis-server` on the PATH, which on Debian is installed when
 * it is missing and the script may.
 */
export async function startOwnRedis(): Promise<Service> {
  if (!hasRedisServer()) installRedisServer()

  const directory = await mkdtemp(path.join(os.tmpdir(), "playground-redis-"))
  const port = await freePort()
  const inMemory = ["--save", "", "--appendonly", "no", "--dir", directory]
  const server = startServerProcess(
    "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", ...inMemory],
    { directories: [directory] }
  )
  onLeave(() => server.stop())
  const url = `redis://localhost:${port}`
  await Promise.race([untilItAnswers(port), server.failed])
  return { url, stop: () => server.stop() }
}

const hasRedisServer = () => spawnSync("redis-server", ["--version"]).status === 0

function installRedisServer(): void {
  if (!mayInstallDebianPackage()) {
    throw new Error(
      "The tests need a Redis: install redis-server (apt install redis-server, brew install redis) " +
        "or set REDIS_URL to one that is running."
    )
  }
  installDebianPackage("redis-server")
}

async function untilItAnswers(port: number): Promise<void> {
  const deadline = Date.now() + START_WITHIN_MS
  for (;;) {
    const redis = new Redis({ port, host: "127.0.0.1", lazyConnect: true, retryStrategy: null })
    // What fails here is what `connect` rejects with.
    redis.on("error", () => {})
    try {
      await redis.connect()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(50)
    } finally {
      redis.disconnect()
    }
  }
}
