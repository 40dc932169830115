import type { Db } from "../../../persistence/db"
import { SIGNAL_CHANNEL, type Signal } from "./signal"

/**
 * Tells every process that listens. Runs on its own, never inside a transaction that writes a ledger:
 * while one that notifies commits, Postgres lets no other one commit in the whole server. All signals go
 * in one, so they wait for that once.
 */
export async function sendSignals(db: Db, signals: readonly Signal[]): Promise<void> {
  await db.query(
    `select pg_notify($1, signal.payload) from unnest($2::text[]) as signal (payload)`,
    [SIGNAL_CHANNEL, signals.map((signal) => JSON.stringify(signal))]
  )
}
