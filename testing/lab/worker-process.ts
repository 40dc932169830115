import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import type { ServiceInput } from "./create-service"

const REPOSITORY = path.resolve(__dirname, "../..")

/** A real process that drafts. */
export class WorkerProcess {
  private constructor(
    readonly name: string,
    private readonly child_: ChildProcess
  ) {}

  static async start(input: ServiceInput, env: NodeJS.ProcessEnv = {}): Promise<WorkerProcess> {
    const child = fork(path.join(__dirname, "worker-main.ts"), {
      cwd: REPOSITORY,
      execArgv: ["-r", "ts-node/register/transpile-only", "--expose-gc"],
      env: { ...process.env, ...env, NODE_OPTIONS: "", FAULT_LAB_INPUT: JSON.stringify(input) },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    })
    const worker = new WorkerProcess(input.name, child)
    await worker.receives_("ready")
    return worker
  }

  get isAlive(): boolean {
    return this.child_.exitCode === null && this.child_.signalCode === null
  }

  /** Sends a signal and, where that ends the process, waits for its end. */
  async kill(): Promise<void> {
    if (!this.isAlive) return
    const ended = once(this.child_, "exit")
    this.child_.kill("SIGKILL")
    await ended
  }

  freeze(): void {
    this.child_.kill("SIGSTOP")
  }

  thaw(): void {
    this.child_.kill("SIGCONT")
  }

  /** @returns its exit code and how long it took, in ms */
  async terminate(): Promise<{ code: number | null; tookMs: number }> {
    const startedAt = performance.now()
    const ended = once(this.child_, "exit")
    this.child_.kill("SIGTERM")
    const [code] = (await ended) as [number | null]
    return { code, tookMs: performance.now() - startedAt }
  }

  /** Resident memory after a garbage collection, in bytes. */
  async memory(): Promise<number> {
    const answer = this.receives_("rss")
    this.child_.send("memory")
    return Number(await answer)
  }

  private async receives_(key: string): Promise<unknown> {
    for (;;) {
      const ended = once(this.child_, "exit").then(([code, signal]: unknown[]) => {
        throw new Error(`worker ${this.name} ended early (${String(code ?? signal)})`)
      })
      const [message] = (await Promise.race([once(this.child_, "message"), ended])) as [object]
      const value: unknown = Reflect.get(message, key)
      if (value !== undefined) return value
    }
  }
}
