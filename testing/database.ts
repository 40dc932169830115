import type { Client, QueryResultRow } from "pg"
import { SteadyClient } from "../src/persistence/steady-client"
import { eventually } from "./eventually"

/**
 * Runs one statement on a connection of its own: the runner cuts every open connection when it
 * resets the database between tests.
 */
export function queryDatabase<Row extends QueryResultRow>(
  url: string,
  sql: string,
  params: unknown[] = []
): Promise<Row[]> {
  return withConnection(url, async (client) => (await client.query<Row>(sql, params)).rows)
}

async function withConnection<Result>(
  url: string,
  use: (client: Client) => Promise<Result>
): Promise<Result> {
  // The runner may cut it between its last answer and its goodbye.
  const client = new SteadyClient({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

interface Activity {
  unfinished_tasks: number
  busy_connections: number
}

/**
 * Waits until no draft task is left to do and no connection of the database is doing anything, twice
 * in a row: so the worker has written its last result and acknowledged its job, on either backend.
 */
export function waitUntilQuiet(url: string, withinMs: number): Promise<void> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query<{ exists: boolean }>(
      `select to_regclass('playground_draft_task') is not null as exists`
    )
    const unfinished = rows[0]?.exists
      ? `(select count(*)::int from playground_draft_task where status in ('pending', 'running'))`
      : "0"

    let quietPolls = 0
    let last: Activity | undefined
    const isQuiet = async () => {
      const activity = await client.query<Activity>(
        `select ${unfinished} as unfinished_tasks,
                (select count(*)::int from pg_stat_activity as connection
                  where connection.datname = current_database()
                    and connection.backend_type = 'client backend'
                    and connection.state is distinct from 'idle'
                    and connection.pid <> pg_backend_pid()) as busy_connections`
      )
      last = activity.rows[0]
      const quiet = last?.unfinished_tasks === 0 && last.busy_connections === 0
      quietPolls = quiet ? quietPolls + 1 : 0
      return quietPolls >= 2
    }

    try {
      await eventually(isQuiet, { withinMs, because: "the worker comes to rest after a test" })
    } catch (error) {
      const hint =
        "A test that means to leave work behind calls host.leaveWorkUnfinished(). " +
        `Last seen: ${JSON.stringify(last)}`
      throw new Error(hint, { cause: error })
    }
  })
}
