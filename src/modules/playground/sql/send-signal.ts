import type { Db } from "../../../persistence/db"
import { SIGNAL_CHANNEL, type Signal } from "./signal"

/** Tells every process that listens, at once or when the transaction commits. */
export async function sendSignal(db: Db, signal: Signal): Promise<void> {
  await db.query(`select pg_notify($1, $2)`, [SIGNAL_CHANNEL, JSON.stringify(signal)])
}
