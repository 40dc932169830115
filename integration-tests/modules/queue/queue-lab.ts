import { randomBytes, randomUUID } from "node:crypto"
import { Client } from "pg"
import { loadBullmq } from "../../../src/queue/backend"
import { createDraftQueue } from "../../../src/queue/create-draft-queue"
import type { TaskRef, DraftQueue } from "../../../src/queue/draft-queue"
import { queueMigrations } from "../../../src/modules/playground/queue/queue-migrations"
import type { PlaygroundOptions } from "../../../src/modules/playground/options/playground-options"
import type { RateLimit } from "../../../src/queue/rate-limit"
import type { ConnectionSettings, HostOptions } from "../../../src/persistence/data-source"
import { SERVER_URL } from "../../../testing/fresh-database"
import { removeRedisKeys } from "../../../testing/redis-keys"

export type Backend = DraftQueue["backend"]
export const BACKENDS: Backend[] = ["redis", "postgres"]

export { SERVER_URL }

export function connectionTo(connectionString: string): ConnectionSettings {
  return { connectionString, schema: "public", ssl: undefined, password: undefined }
}

/** What the host passes to a migration: its database beside the plugin's own options. */
export function hostOptions(clientUrl: string, options: PlaygroundOptions): HostOptions {
  const database = { clientUrl }
  return { database, ...options }
}

interface QueueLabInput {
  backend: Backend
  /** A Redis of the test's own. @default the run's */
  redisUrl?: string
  /** Maintenance database of a Postgres of the test's own. @default the run's */
  serverUrl?: string
}

interface QueueInput {
  concurrency?: number
  rateLimit?: RateLimit
}

/** Queues of as many processes as a test needs, over one prefix of its own. */
export class QueueLab {
  readonly prefix = `queue_lab_${randomBytes(5).toString("hex")}`
  readonly warnings: string[] = []
  private readonly queues_: DraftQueue[] = []

  private constructor(private readonly input_: QueueLabInput) {}

  static async open(input: QueueLabInput): Promise<QueueLab> {
    const lab = new QueueLab(input)
    // What a file's first test loads, it would load within the time limit of its first call.
    await loadBullmq()
    if (input.backend === "postgres") {
      await queueMigrations.migrate(hostOptions(lab.databaseUrl, { queuePrefix: lab.prefix }))
    }
    return lab
  }

  get databaseUrl(): string {
    return this.input_.serverUrl ?? SERVER_URL
  }

  get redisUrl(): string {
    return this.input_.redisUrl ?? process.env.REDIS_URL ?? "redis://localhost:6379"
  }

  /** A queue as one process has it. */
  queue({ concurrency = 4, rateLimit }: QueueInput = {}): DraftQueue {
    const queue = createDraftQueue({
      redisUrl: this.input_.backend === "redis" ? this.redisUrl : undefined,
      prefix: this.prefix,
      connection: connectionTo(this.databaseUrl),
      concurrency,
      rateLimit,
      logger: { warn: (message) => this.warnings.push(String(message)) },
    })
    this.queues_.push(queue)
    return queue
  }

  /** Closes every queue and leaves nothing behind; of a server that is gone there is nothing left. */
  async close(): Promise<void> {
    await Promise.all(this.queues_.map((queue) => queue.close(100)))
    const { backend, redisUrl, serverUrl } = this.input_
    if (backend === "redis" && !redisUrl) await removeRedisKeys(this.redisUrl, this.prefix)
    if (backend === "postgres" && !serverUrl) {
      await onPostgres(this.databaseUrl, `drop schema if exists ${this.prefix} cascade`)
    }
  }
}

/** Opens a lab, runs the test in it and closes it whatever happens. */
export async function inQueueLab(input: QueueLabInput, test: (lab: QueueLab) => Promise<void>) {
  const lab = await QueueLab.open(input)
  try {
    await test(lab)
  } finally {
    await lab.close()
  }
}

export async function onPostgres(url: string, sql: string, params: unknown[] = []) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql, params)
    return rows
  } finally {
    await client.end()
  }
}

export const task = (epoch = 0): TaskRef => ({ task_id: randomUUID(), epoch })

export const tasks = (count: number): TaskRef[] => Array.from({ length: count }, () => task())

/** Answers what `work` answered, and how long that took. */
export async function timed<T>(work: Promise<T>): Promise<{ answer: T; tookMs: number }> {
  const startedAt = performance.now()
  const answer = await work
  return { answer, tookMs: performance.now() - startedAt }
}
