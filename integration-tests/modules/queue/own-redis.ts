import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import { Redis } from "ioredis"
import { eventually } from "../../setup/eventually"

/** A Redis of a test's own, which may be stopped and started without hurting the others. */
export interface OwnRedis {
  url: string
  start(): Promise<void>
  /** Kills it; nothing is saved. */
  stop(): Promise<void>
}

export async function reserveRedis(): Promise<OwnRedis> {
  return redisOn(await freePort())
}

/** @param port free, as far as the caller knows */
export function redisOn(port: number): OwnRedis {
  const url = `redis://localhost:${port}`
  let server: ChildProcess | null = null
  return {
    url,
    start: async () => {
      server = spawn("redis-server", ["--port", String(port), "--save", "", "--dir", "/tmp"], {
        stdio: "ignore",
      })
      await eventually(() => answers(url), { withinMs: 45_000, because: "the Redis answers" })
    },
    stop: async () => {
      const running = server
      server = null
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      const exited = once(running, "exit")
      running.kill("SIGKILL")
      await exited
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null })
  // The rejection of connect says the same.
  redis.on("error", () => {})
  try {
    await redis.connect()
    return (await redis.ping()) === "PONG"
  } finally {
    redis.disconnect()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost")
  await once(server, "listening")
  const address = server.address()
  server.close()
  await once(server, "close")
  if (address && typeof address === "object") return address.port
  throw new Error("the system gave no port")
}
