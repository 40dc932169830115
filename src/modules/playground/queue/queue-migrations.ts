import { runMigrations } from "bullmq"
import { Client } from "pg"
import { resolveConnection, type HostOptions } from "../../../persistence/data-source"
import type { MigrationCompanion } from "../../../persistence/migrations"
import { PLAYGROUND_MODULE } from "../module-schema"
import { parsePlaygroundOptions } from "../types/options"
import { toQueueConnection } from "./postgres-backend"

async function withClient(options: HostOptions, work: (client: Client) => Promise<void>) {
  const client = new Client(toQueueConnection(resolveConnection(PLAYGROUND_MODULE, options)))
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** BullMQ's own tables in Postgres, brought up to date in the same `db:migrate` as ours. */
export const queueMigrations: MigrationCompanion = {
  migrate: async (options) => {
    const { redisUrl, queuePrefix } = parsePlaygroundOptions({ ...options })
    if (redisUrl) return
    await withClient(options, async (client) => {
      await runMigrations(client, queuePrefix)
    })
  },
  drop: async (options) => {
    const { queuePrefix } = parsePlaygroundOptions({ ...options })
    await withClient(options, async (client) => {
      // The option allows nothing that would need more quoting.
      await client.query(`drop schema if exists "${queuePrefix}" cascade`)
    })
  },
}
