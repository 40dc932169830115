import { queryRows, type Db } from "../../../persistence/db"

/** The key that signs links to unsubscribe, made by the migration. Null: it is not there. */
export async function readUnsubscribeKey(db: Db): Promise<string | null> {
  const [row] = await queryRows<{ unsubscribe_key: string }>(
    db,
    `select secret.unsubscribe_key from delivery_secret as secret`
  )
  return row?.unsubscribe_key ?? null
}
