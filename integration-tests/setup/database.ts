import { Client, type QueryResultRow } from "pg"
import { eventually } from "./eventually"

/**
 * Runs one statement on a connection of its own: the runner cuts every open connection when it
 * resets the database between tests.
 */
export async function queryDatabase<Row extends QueryResultRow>(
  url: string,
  sql: string,
  params: unknown[] = []
): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(sql, params)
    return rows
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
 * in a row: so the worker has written its last result and acknowledged its bell, on either backend.
 */
export async function waitUntilQuiet(url: string, withinMs: number): Promise<void> {
  const [known] = await queryDatabase<{ exists: boolean }>(
    url,
    `select to_regclass('playground_draft_task') is not null as exists`
  )
  const unfinished = known?.exists
    ? `(select count(*)::int from playground_draft_task where status in ('pending', 'running'))`
    : "0"

  let quietPolls = 0
  let last: Activity | undefined
  const isQuiet = async () => {
    ;[last] = await queryDatabase<Activity>(
      url,
      `select ${unfinished} as unfinished_tasks,
              (select count(*)::int from pg_stat_activity as connection
                where connection.datname = current_database()
                  and connection.backend_type = 'client backend'
                  and connection.state is distinct from 'idle'
                  and connection.pid <> pg_backend_pid()) as busy_connections`
    )
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
}
