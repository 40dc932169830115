import { spawn } from "node:child_process"
import { createWriteStream, mkdirSync, type WriteStream } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { onLeave } from "../scripts/services/exit"
import type { PlaygroundOptions } from "../src/modules/playground/options/playground-options"
import { startServerProcess, type ServerProcess } from "../scripts/services/server-process"

const MEDUSA = path.resolve("node_modules/.bin/medusa")
const START_WITHIN_MS = 90_000

interface HostOptions {
  databaseUrl: string
  port: number
  withDashboard: boolean
  /** The plugin's options. @default none */
  playground?: PlaygroundOptions
  /** Directories of plugins beside this one. @default none */
  plugins?: string[]
  /** Modules of the host beside its defaults, as its configuration names them. @default none */
  modules?: object[]
}

/** A Medusa host with the plugin in it, run by the host's own commands. It logs to a file. */
export class DemoHost {
  readonly baseUrl: string
  readonly logFile = path.resolve(".demo/host.log")
  private readonly log_: WriteStream
  private readonly env_: Record<string, string>

  constructor(private readonly options_: HostOptions) {
    this.baseUrl = `http://localhost:${options_.port}`
    mkdirSync(path.dirname(this.logFile), { recursive: true })
    this.log_ = createWriteStream(this.logFile)
    this.env_ = {
      DATABASE_URL: options_.databaseUrl,
      // The dashboard comes straight from its sources, without a build of its own before.
      NODE_ENV: options_.withDashboard ? "development" : "production",
      DISABLE_MEDUSA_ADMIN: String(!options_.withDashboard),
      ADMIN_CORS: this.baseUrl,
      AUTH_CORS: this.baseUrl,
      MEDUSA_DISABLE_TELEMETRY: "true",
      // No Redis: the queue lives in Postgres.
      PLAYGROUND_REDIS_URL: "",
      PLAYGROUND_OPTIONS: JSON.stringify({
        sending: { publicUrl: this.baseUrl },
        ...options_.playground,
      }),
      EXTRA_PLUGINS: JSON.stringify(options_.plugins ?? []),
      EXTRA_MODULES: JSON.stringify(options_.modules ?? []),
    }
  }

  /** `medusa db:migrate`: the host's tables and the plugin's. */
  migrate(): Promise<void> {
    // Scripts and search indexes are for data that is there already; each would boot the host again.
    return this.run_("db:migrate", "--execute-safe-links", "--skip-scripts", "--skip-search")
  }

  /** `medusa user`: somebody who may log in to the dashboard. */
  createUser(email: string, password: string): Promise<void> {
    return this.run_("user", "--email", email, "--password", password)
  }

  /** `medusa exec`: a script inside the host, by its path. */
  exec(script: string): Promise<void> {
    return this.run_("exec", script)
  }

  /** `medusa start`, until it answers. It is stopped when the demo is left. */
  async start(): Promise<ServerProcess> {
    const { port } = this.options_
    const server = startServerProcess(
      process.execPath,
      [MEDUSA, "start", "--host", "localhost", "--port", String(port)],
      { env: this.env_, onOutput: (text) => this.log_.write(text) }
    )
    onLeave(() => server.stop())
    await Promise.race([this.untilItAnswers_(), server.failed])
    return server
  }

  private run_(...args: string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [MEDUSA, ...args], {
        env: { ...process.env, ...this.env_ },
        stdio: ["ignore", "pipe", "pipe"],
      })
      child.stdout.pipe(this.log_, { end: false })
      child.stderr.pipe(this.log_, { end: false })
      child.once("error", reject)
      child.once("close", (code) => {
        if (code === 0) resolve()
        else reject(new Error(`medusa ${args[0]} ended with ${code}: see ${this.logFile}`))
      })
    })
  }

  private async untilItAnswers_(): Promise<void> {
    const deadline = Date.now() + START_WITHIN_MS
    for (;;) {
      const isUp = await fetch(`${this.baseUrl}/health`).then(
        (response) => response.ok,
        // Not listening yet; the deadline below ends the wait.
        () => false
      )
      if (isUp) return
      if (Date.now() > deadline) {
        throw new Error(`the host did not start within 90 s: see ${this.logFile}`)
      }
      await sleep(100)
    }
  }
}
