import { queryRows, type Db } from "../../../persistence/db"

export interface LiftSuppressionInput {
  id: string
  /** The host's actor id. */
  actor: string
  /** Why the shop may write there again; null: not said. */
  note: string | null
}

/** Takes a suppression off the list and keeps who did it. False: it is not there (any more). */
export async function liftSuppression(
  db: Db,
  { id, actor, note }: LiftSuppressionInput
): Promise<boolean> {
  const rows = await queryRows(
    db,
    `with gone as (
       delete from delivery_suppression as suppression where suppression.id = $1
       returning suppression.*
     )
     insert into delivery_lifted_suppression
       (id, kind, value, reason, source, created_by, created_at, lifted_by, note)
     select gone.id, gone.kind, gone.value, gone.reason, gone.source, gone.created_by,
            gone.created_at, $2, $3 from gone
     returning id`,
    [id, actor, note]
  )
  return rows.length > 0
}
