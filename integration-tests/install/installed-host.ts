import { execFile } from "node:child_process"
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import os from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { freePort } from "../../scripts/services/free-port"
import { startServerProcess, type ServerProcess } from "../../scripts/services/server-process"
import { eventually } from "../../testing/eventually"

const REPOSITORY = path.resolve(__dirname, "../..")
const KEPT_OUTPUT = 3_000

/**
 * What a host is made of: published packages alone, in the versions that this project has.
 * `HOST_VERSION=2.13.0` makes it a host of another version.
 */
const DEPENDENCIES = [
  "@ai-sdk/openai-compatible",
  "@medusajs/admin-sdk",
  "@medusajs/cli",
  "@medusajs/framework",
  "@medusajs/medusa",
  "@swc/core",
  "@types/node",
  "@types/react",
  "ai",
  "prop-types",
  "react",
  "react-dom",
  "ts-node",
  "typescript",
  "vite",
  // Newer than the framework's own: many a host has two of them.
  "zod",
]

interface Started {
  server: ServerProcess
  port: number
  env: Record<string, string>
}

/** A host made from nothing, with the plugin installed from its tarball. */
export class InstalledHost {
  /** By base URL. */
  private readonly started_ = new Map<string, Started>()

  private constructor(
    readonly directory: string,
    private readonly env_: Record<string, string>
  ) {}

  /** @param env for every command and process of it */
  static async create(env: Record<string, string>): Promise<InstalledHost> {
    const directory = await mkdtemp(path.join(os.tmpdir(), "playground-install-"))
    await cp(path.join(__dirname, "host"), directory, { recursive: true })
    const dependencies = Object.fromEntries(
      await Promise.all(DEPENDENCIES.map(async (name) => [name, await installedVersion(name)]))
    )
    const manifest = { name: "install-test-host", private: true, version: "0.0.0", dependencies }
    await writeFile(path.join(directory, "package.json"), JSON.stringify(manifest, null, 2))
    return new InstalledHost(directory, {
      MEDUSA_DISABLE_TELEMETRY: "true",
      NODE_OPTIONS: "",
      ...env,
    })
  }

  /** Adds a file, for example one that the documentation shows. */
  async write(file: string, text: string): Promise<void> {
    const target = path.join(this.directory, file)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, text)
  }

  /** Where a chain of packages, each seen from the one before it, leads. */
  resolve(...specifiers: string[]): string {
    const start = path.join(this.directory, "package.json")
    return specifiers.reduce((file, specifier) => createRequire(file).resolve(specifier), start)
  }

  /** Runs a command to its end, and answers what it printed. */
  async run(
    command: string,
    args: string[],
    { env = {}, cwd = this.directory }: { env?: Record<string, string>; cwd?: string } = {}
  ): Promise<string> {
    try {
      const { stdout, stderr } = await promisify(execFile)(command, args, {
        cwd,
        env: { ...process.env, ...this.env_, ...env },
        maxBuffer: 64 * 1024 * 1024,
      })
      return stdout + stderr
    } catch (error) {
      const output = ["stdout", "stderr"].map((stream) =>
        String(Reflect.get(Object(error), stream))
      )
      throw new Error(
        `${command} ${args.join(" ")} failed:\n${output.join("").slice(-KEPT_OUTPUT)}`
      )
    }
  }

  medusa(...args: string[]): Promise<string> {
    return this.run(path.join(this.directory, "node_modules/.bin/medusa"), args)
  }

  /** `medusa start` from the build, until it answers. @returns its base URL, which it knows itself */
  async start(env: Record<string, string> = {}): Promise<string> {
    return this.startAt_(await freePort(), env)
  }

  /** Kills the server's process without a warning, and starts it again once `meanwhile` is over. */
  async outage(baseUrl: string, meanwhile: () => Promise<void>): Promise<void> {
    const started = this.started_.get(baseUrl)
    if (!started) throw new Error(`No server was started at ${baseUrl}.`)
    const { server, port, env } = started
    process.kill(server.pid, "SIGKILL")
    await server.stop()
    try {
      await meanwhile()
    } finally {
      await this.startAt_(port, env)
    }
  }

  private async startAt_(port: number, env: Record<string, string>): Promise<string> {
    const baseUrl = `http://localhost:${port}`
    const cli = path.join(this.directory, "node_modules/@medusajs/cli/cli.js")
    let output = ""
    const server = startServerProcess(
      process.execPath,
      [cli, "start", "--host", "localhost", "--port", String(port)],
      {
        cwd: path.join(this.directory, ".medusa/server"),
        env: { ...this.env_, NODE_ENV: "production", BASE_URL: baseUrl, ...env },
        onOutput: (text) => (output = (output + text).slice(-KEPT_OUTPUT)),
      }
    )
    this.started_.set(baseUrl, { server, port, env })
    const isUp = () =>
      fetch(`${baseUrl}/health`).then(
        ({ ok }) => ok,
        () => false // Not listening yet; the deadline ends the wait.
      )
    await Promise.race([
      eventually(isUp, { withinMs: 90_000, because: `the host answers; it printed:\n${output}` }),
      server.failed,
    ])
    return baseUrl
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.started_.values()].map(({ server }) => server.stop()))
    this.started_.clear()
  }

  async remove(): Promise<void> {
    await this.stopAll()
    await rm(this.directory, { recursive: true, force: true })
  }
}

async function installedVersion(name: string): Promise<string> {
  const { HOST_VERSION } = process.env
  if (HOST_VERSION && name.startsWith("@medusajs/")) return HOST_VERSION
  const file = path.join(REPOSITORY, "node_modules", name, "package.json")
  return String((JSON.parse(await readFile(file, "utf8")) as { version: string }).version)
}

/** Packs the plugin as it would be published. @returns the tarball and what is in it */
export async function packPlugin(
  directory: string
): Promise<{ file: string; size: number; paths: string[] }> {
  const { stdout } = await promisify(execFile)(
    "npm",
    ["pack", "--json", "--pack-destination", directory, "--loglevel=error"],
    { cwd: REPOSITORY, maxBuffer: 64 * 1024 * 1024 }
  )
  // The build prints its own lines before.
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf("[\n"))) as {
    filename: string
    size: number
    files: { path: string }[]
  }[]
  if (!packed) throw new Error("npm pack said nothing of a tarball")
  const paths = packed.files.map((file) => file.path)
  return { file: path.join(directory, packed.filename), size: packed.size, paths }
}
