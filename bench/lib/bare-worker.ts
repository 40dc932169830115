import { randomUUID } from "node:crypto"
import { Queue, Worker } from "bullmq"
import { Redis } from "ioredis"
import { Pool } from "pg"
import { createDatabase, type FreshDatabase } from "../../testing/fresh-database"
import type { Services } from "./bench"

const BULK_SIZE = 200

interface BareWorkerInput {
  concurrency: number
  poolSize: number
}

/** What one would measure against: a bare BullMQ worker that does one single-row UPDATE per job. */
export class BareWorker {
  private onDone_: () => void = () => {}

  private constructor(
    private readonly database_: FreshDatabase,
    private readonly pool_: Pool,
    private readonly clients_: Redis[],
    private readonly queue_: Queue<{ id: string }>,
    private worker_: Worker<{ id: string }> | null = null
  ) {}

  static async open(
    { postgresUrl, redisUrl }: Services,
    name: string,
    { concurrency, poolSize }: BareWorkerInput
  ): Promise<BareWorker> {
    const database = await createDatabase(name, postgresUrl)
    const pool = new Pool({ connectionString: database.url, max: poolSize })
    await pool.query(
      `create table bare_task (
         id uuid primary key, status text not null default 'pending',
         subject text, body text, completed_at timestamptz)`
    )
    const clients = [1, 2].map(() => new Redis(redisUrl, { maxRetriesPerRequest: null }))
    const [producer, consumer] = clients
    if (!producer || !consumer) throw new Error("there are two clients")
    const jobs = { defaultJobOptions: { removeOnComplete: true, removeOnFail: true } }
    const queue = new Queue<{ id: string }>(name, {
      ...jobs,
      connection: producer,
      streams: { events: { maxLen: 1 } },
    })
    const bare = new BareWorker(database, pool, clients, queue)
    const worker = new Worker<{ id: string }>(
      name,
      async (job) => {
        await bare.write_(job.data.id)
      },
      { connection: consumer, concurrency }
    )
    await worker.waitUntilReady()
    bare.worker_ = worker
    return bare
  }

  async prepare(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => randomUUID())
    await this.pool_.query("insert into bare_task (id) select unnest($1::uuid[])", [ids])
    return ids
  }

  /** Adds a job for each row and waits until the last is written. */
  async finish(ids: readonly string[]): Promise<void> {
    let left = ids.length
    const done = new Promise<void>((resolve) => {
      this.onDone_ = () => {
        left -= 1
        if (left === 0) resolve()
      }
    })
    for (let start = 0; start < ids.length; start += BULK_SIZE) {
      const bulk = ids.slice(start, start + BULK_SIZE)
      void this.queue_.addBulk(
        bulk.map((id) => ({ name: "draft", data: { id }, opts: { jobId: `d-${id}-1` } }))
      )
    }
    await done
  }

  private async write_(id: string): Promise<void> {
    await this.pool_.query(
      `update bare_task set status = 'succeeded', subject = $2, body = $3, completed_at = now()
        where id = $1`,
      [id, `For ${id}`, "Subject: Hello\n\nHello"]
    )
    this.onDone_()
  }

  async close(): Promise<void> {
    await this.worker_?.close()
    await this.queue_.close()
    for (const client of this.clients_) client.disconnect()
    await this.pool_.end()
    await this.database_.drop()
  }
}
