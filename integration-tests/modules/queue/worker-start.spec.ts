import { fork } from "node:child_process"
import { randomBytes } from "node:crypto"
import path from "node:path"
import { createDraftQueue } from "../../../src/queue/create-draft-queue"
import { queueMigrations } from "../../../src/modules/playground/queue/queue-migrations"
import { eventually } from "../../../testing/eventually"
import { task, connectionTo, hostOptions, onPostgres, SERVER_URL } from "./queue-lab"

interface Said {
  alive?: true
  warning?: string
  delivered?: string
}

/** A process of its own: what it proves is that the event loop goes on, the test's own included. */
async function withListener(
  prefix: string,
  test: (said: (what: keyof Said) => unknown[]) => Promise<void>
): Promise<void> {
  const messages: Said[] = []
  const child = fork(path.join(__dirname, "listen-main.ts"), {
    execArgv: ["-r", "ts-node/register/transpile-only"],
    env: { ...process.env, NODE_OPTIONS: "", LISTEN_URL: SERVER_URL, LISTEN_PREFIX: prefix },
  })
  child.on("message", (message: Said) => messages.push(message))
  try {
    await test((what) => messages.flatMap((message) => message[what] ?? []))
  } finally {
    child.kill("SIGKILL")
  }
}

describe("a worker on Postgres whose tables are not there yet", () => {
  it("says so, leaves its process responsive, and takes once they are", async () => {
    const prefix = `worker_start_${randomBytes(4).toString("hex")}`
    const queue = createDraftQueue({
      redisUrl: undefined,
      prefix,
      connection: connectionTo(SERVER_URL),
      concurrency: 1,
      logger: { warn: () => {} },
    })
    try {
      await withListener(prefix, async (said) => {
        await eventually(() => said("warning").length > 0, {
          withinMs: 30_000,
          because: "the worker cannot start",
        })
        expect(said("warning")[0]).toContain(prefix)
        const before = said("alive").length
        await eventually(() => said("alive").length > before + 15, {
          withinMs: 45_000,
          because: "the process goes on, past the worker's next start",
        })

        await queueMigrations.migrate(hostOptions(SERVER_URL, { queuePrefix: prefix }))
        const enqueued = task()
        await queue.enqueue([enqueued])
        await eventually(() => said("delivered").includes(enqueued.task_id), {
          withinMs: 45_000,
          because: "the worker takes the task",
        })
      })
    } finally {
      await queue.close(100)
      await onPostgres(SERVER_URL, `drop schema if exists ${prefix} cascade`)
    }
  })
})
