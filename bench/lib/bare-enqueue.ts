import { randomUUID } from "node:crypto"
import { Queue } from "bullmq"
import { Redis } from "ioredis"
import { Pool } from "pg"
import { createDatabase } from "../../testing/fresh-database"
import type { Services } from "./bench"

/** The least that enqueues a batch by hand: a transaction with its rows, then `addBulk`. */
export async function openBareEnqueue({ postgresUrl, redisUrl }: Services, size: number) {
  const name = "bare_enqueue"
  const database = await createDatabase(name, postgresUrl)
  const pool = new Pool({ connectionString: database.url, max: 1 })
  await pool.query("create table bare_batch (id uuid primary key, total integer not null)")
  await pool.query(
    `create table bare_task (
       id uuid primary key, batch_id uuid not null references bare_batch,
       lead_id uuid not null, status text not null default 'pending', unique (batch_id, lead_id))`
  )
  const redis = new Redis(redisUrl)
  const queue = new Queue(name, { connection: redis })
  await queue.waitUntilReady()
  return {
    enqueue: async (): Promise<void> => {
      const batchId = randomUUID()
      const ids = Array.from({ length: size }, () => randomUUID())
      await pool.query("begin")
      await pool.query("insert into bare_batch values ($1, $2)", [batchId, size])
      await pool.query(
        `insert into bare_task (id, batch_id, lead_id)
         select id, $1, gen_random_uuid() from unnest($2::uuid[]) as id`,
        [batchId, ids]
      )
      await pool.query("commit")
      await queue.addBulk(
        ids.map((id) => ({ name: "draft", data: { id }, opts: { jobId: `d-${id}-1` } }))
      )
    },
    /** Takes the jobs away again: nobody works on them. */
    empty: () => queue.drain(),
    close: async () => {
      await queue.obliterate({ force: true })
      await queue.close()
      redis.disconnect()
      await pool.end()
      await database.drop()
    },
  }
}
