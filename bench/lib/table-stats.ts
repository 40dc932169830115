import type { Client } from "pg"

export interface TableStats {
  /** Which share of its updates wrote into no index (`n_tup_hot_upd`). */
  heapOnlyShare: number
  /** Rows that are not cleared away yet, for each that is there. */
  deadPerRow: number
}

/** How Postgres has fared with the table of draft tasks so far. */
export async function readTableStats(client: Client): Promise<TableStats> {
  const { rows } = await client.query<TableStats>(
    `select n_tup_hot_upd::float8 / nullif(n_tup_upd, 0) as "heapOnlyShare",
            n_dead_tup::float8 / nullif(n_live_tup, 0) as "deadPerRow"
       from pg_stat_user_tables where relname = 'playground_draft_task'`
  )
  return rows[0] ?? { heapOnlyShare: NaN, deadPerRow: NaN }
}

/** How many bytes the server writes to its log meanwhile. */
export async function countWalBytes(client: Client, work: () => Promise<unknown>): Promise<number> {
  const read = async () => {
    const { rows } = await client.query<{ bytes: number }>(
      `select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::float8 as bytes`
    )
    return rows[0]?.bytes ?? NaN
  }
  const before = await read()
  await work()
  return (await read()) - before
}
