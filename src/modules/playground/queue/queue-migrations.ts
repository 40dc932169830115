import { MedusaError } from "@medusajs/framework/utils"
import type { Client } from "pg"
import { resolveConnection, type HostOptions } from "../../../persistence/data-source"
import type { MigrationCompanion } from "../../../persistence/migrations"
import { SteadyClient } from "../../../persistence/steady-client"
import { PLAYGROUND_MODULE } from "../module-schema"
import { parsePlaygroundOptions } from "../options/playground-options"
import { loadBullmq } from "../../../queue/backend"
import { toQueueConnection } from "../../../queue/postgres-backend"

/** Comment on the schema by which it is known for ours: reverting drops it with all that it holds. */
const OWNER = "medusa-plugin-playground: the queue"

async function withClient(options: HostOptions, work: (client: Client) => Promise<void>) {
  const client = new SteadyClient(toQueueConnection(resolveConnection(PLAYGROUND_MODULE, options)))
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** Null where there is no such schema. */
async function describeSchema(client: Client, schema: string) {
  const { rows } = await client.query<{ is_ours: boolean; is_empty: boolean }>(
    `select coalesce(obj_description(schema.oid, 'pg_namespace') = $2, false) as is_ours,
            not exists (select from pg_class where relnamespace = schema.oid) as is_empty
       from pg_namespace as schema
      where schema.nspname = $1`,
    [schema, OWNER]
  )
  return rows[0] ?? null
}

/**
 * Makes the schema, or takes an empty one that somebody made for us. The option `queuePrefix` allows
 * no name that would need more quoting.
 */
async function claimSchema(client: Client, schema: string): Promise<void> {
  const found = await describeSchema(client, schema)
  if (found?.is_ours) return
  if (found && !found.is_empty) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `medusa-plugin-playground: option "queuePrefix": the schema "${schema}" holds something else. ` +
        "The queue needs a schema of its own: give the option another name in medusa-config.ts."
    )
  }
  await client.query("begin")
  await client.query(`create schema if not exists "${schema}"`)
  await client.query(`comment on schema "${schema}" is '${OWNER}'`)
  await client.query("commit")
}

/** BullMQ's own tables in Postgres, brought up to date in the same `db:migrate` as ours. */
export const queueMigrations: MigrationCompanion = {
  migrate: async (options) => {
    const { redisUrl, queuePrefix } = parsePlaygroundOptions({ ...options })
    if (redisUrl) return
    await withClient(options, async (client) => {
      await claimSchema(client, queuePrefix)
      const { runMigrations } = await loadBullmq()
      await runMigrations(client, queuePrefix)
    })
  },
  // With Redis too: the queue may have been in Postgres before.
  drop: async (options) => {
    const { queuePrefix } = parsePlaygroundOptions({ ...options })
    await withClient(options, async (client) => {
      const found = await describeSchema(client, queuePrefix)
      if (found?.is_ours) await client.query(`drop schema "${queuePrefix}" cascade`)
    })
  },
}
