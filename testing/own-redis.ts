import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { Redis } from "ioredis"
import { freePort } from "../scripts/services/free-port"
import { eventually } from "./eventually"

/** A Redis of the test's own, to stop, kill and empty. Keeps nothing on disk. */
export class OwnRedis {
  private child_: ChildProcess | null = null

  private constructor(private readonly port_: number) {}

  /** @param isRunning false: only the port is chosen */
  static async open({ isRunning = true } = {}): Promise<OwnRedis> {
    const redis = OwnRedis.at(await freePort())
    if (isRunning) await redis.start()
    return redis
  }

  /** Not running yet. @param port free, as far as the caller knows */
  static at(port: number): OwnRedis {
    return new OwnRedis(port)
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port_}`
  }

  async start(): Promise<void> {
    this.child_ = spawn(
      "redis-server",
      ["--port", String(this.port_), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
      { stdio: "ignore" }
    )
    await eventually(() => this.command("ping"), { withinMs: 45_000, because: "Redis answers" })
  }

  async command(name: string, ...args: string[]): Promise<unknown> {
    const client = new Redis(this.url, { lazyConnect: true, retryStrategy: null })
    // What fails here is what `connect` rejects with.
    client.on("error", () => {})
    try {
      await client.connect()
      return await client.call(name, ...args)
    } finally {
      client.disconnect()
    }
  }

  async kill(): Promise<void> {
    const child = this.child_
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, "exit")
    child.kill("SIGKILL")
    await ended
  }
}
