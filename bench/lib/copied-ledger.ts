import { chmod, mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { Client } from "pg"
import { timed } from "./rounds"

/** In the order of their foreign keys. */
const TABLES = [
  "playground_prompt_version",
  "playground_draft_batch",
  "playground_draft_task",
  "playground_draft_input",
]

/**
 * COPY of a ledger's own rows into the same tables, from files on the server's disk: nothing is made,
 * parsed, sent over a connection or answered.
 *
 * @param from URL of the ledger whose rows are taken, as they are now
 * @param to URL of a database with the same tables
 */
export async function openCopiedLedger({ from, to }: { from: string; to: string }) {
  const directory = await mkdtemp(path.join(os.tmpdir(), "playground-copy-"))
  // The server runs as another user.
  await chmod(directory, 0o777)
  const file = (table: string) => path.join(directory, table)
  const source = new Client({ connectionString: from })
  await source.connect()
  for (const table of TABLES) await source.query(`copy ${table} to '${file(table)}'`)
  await source.end()
  const client = new Client({ connectionString: to })
  await client.connect()
  return {
    /** How long the COPY of all tables takes, in one transaction, in ms. */
    measure: async () => {
      await emptyLedger(client)
      return timed(async () => {
        await client.query("begin")
        for (const table of TABLES) await client.query(`copy ${table} from '${file(table)}'`)
        await client.query("commit")
      })
    },
    close: async () => {
      await client.end()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Takes all rows away and lets the server write what it has to, so that the next measurement need not. */
export async function emptyLedger(db: {
  query: (statement: string) => Promise<unknown>
}): Promise<void> {
  await db.query(`truncate ${TABLES.join(", ")} cascade`)
  await db.query("checkpoint")
}
