import { queryRows, type Db } from "../../../persistence/db"

/** Any number that no other advisory lock uses; the second key is the person. */
const LOCK = 5_318_009

/**
 * Counts one more test mail of a person. False: they have had `maxPerHour` in the last hour. Must run
 * inside a transaction: two at the same time wait for each other.
 */
export async function countTestSend(
  transaction: Db,
  { actor, maxPerHour }: { actor: string; maxPerHour: number }
): Promise<boolean> {
  await transaction.query(`select pg_advisory_xact_lock($1, hashtext($2))`, [LOCK, actor])
  const rows = await queryRows(
    transaction,
    `insert into delivery_test_send (actor)
     select $1 where (select count(*) from delivery_test_send as test
                       where test.actor = $1
                         and test.sent_at > clock_timestamp() - interval '1 hour') < $2
     returning id`,
    [actor, maxPerHour]
  )
  return rows.length > 0
}
