import { spawn, type ChildProcess } from "node:child_process"
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { Client } from "pg"
import { queryDatabase } from "../../testing/database"
import { eventually } from "../../testing/eventually"

const SCRIPT = `
  require("ts-node/register/transpile-only")
  const { startEmbeddedPostgres } = require("./scripts/services/postgres")
  startEmbeddedPostgres().then(({ url }) => console.log(url))
  setInterval(() => {}, 1000)
`

describe("the embedded Postgres", () => {
  const scripts: ChildProcess[] = []
  let temporary: string
  beforeEach(() => {
    temporary = mkdtempSync(path.join(os.tmpdir(), "playground-services-"))
    // As root, Postgres runs as another user and must find its way in.
    chmodSync(temporary, 0o755)
  })
  afterEach(() => {
    scripts.forEach((script) => script.kill("SIGKILL"))
    rmSync(temporary, { recursive: true, force: true })
  })

  /** A script that has started a Postgres, and goes on for ever. */
  async function startScript(): Promise<{ script: ChildProcess; url: string }> {
    const script = spawn(process.execPath, ["-e", SCRIPT], {
      cwd: path.resolve(__dirname, "../.."),
      env: { ...process.env, TMPDIR: temporary },
      stdio: ["ignore", "pipe", "inherit"],
    })
    scripts.push(script)
    let output = ""
    script.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8")
    })
    const url = await eventually(() => /postgres:\/\/\S+/.exec(output)?.[0] ?? "", {
      withinMs: 30_000,
      because: "the script starts a Postgres",
    })
    return { script, url }
  }

  const answers = async (url: string) => {
    const client = new Client({ connectionString: url })
    client.on("error", () => {})
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      return false
    }
  }

  /** Where a running one has its files. */
  const directoriesOf = async (url: string) => {
    const [row] = await queryDatabase<{ data_directory: string }>(url, "show data_directory")
    const own = readdirSync(temporary).filter((name) => name.startsWith("playground-postgres-"))
    return [String(row?.data_directory), ...own.map((name) => path.join(temporary, name))]
  }

  it.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
    "is gone, its files too, after its script got %s",
    async (signal) => {
      const { script, url } = await startScript()
      const directories = await directoriesOf(url)
      expect(directories.map((directory) => existsSync(directory))).not.toContain(false)

      script.kill(signal)
      await eventually(async () => !(await answers(url)), {
        withinMs: 15_000,
        because: `Postgres ends after ${signal}`,
      })
      await eventually(() => !directories.some((directory) => existsSync(directory)), {
        withinMs: 15_000,
        because: "its directories are deleted",
      })
    }
  )
})
