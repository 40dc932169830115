import { queryRows, type Db } from "../../../persistence/db"

export interface OpenSendsRow {
  scheduled: number
  in_flight: number
  /** In flight, but their process has let the lease run out. */
  expired: number
  unknown: number
}

/** An aggregate without groups always has its row; the compiler cannot know. */
const NOTHING: OpenSendsRow = { scheduled: 0, in_flight: 0, expired: 0, unknown: 0 }

/** All that is not settled, in every campaign. Reads open rows only, however much was sent. */
export async function readOpenSends(db: Db): Promise<OpenSendsRow> {
  const [row] = await queryRows<OpenSendsRow>(
    db,
    `select (select count(*)::integer from delivery_send where status = 'scheduled') as scheduled,
            (select count(*)::integer from delivery_send where status = 'in_flight') as in_flight,
            (select count(*)::integer from delivery_send
              where status = 'in_flight' and lease_until < clock_timestamp()) as expired,
            (select count(*)::integer from delivery_send where status = 'unknown') as unknown`
  )
  return row ?? NOTHING
}
