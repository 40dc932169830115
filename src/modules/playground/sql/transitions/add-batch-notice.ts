import type { GeneratorNotice } from "../../../../ports"
import { queryRows, type Db } from "../../../../persistence/db"

/** Puts a notice of the generator on the batch, unless one with its code stands there already. */
export async function addBatchNotice(
  db: Db,
  { batch_id, code, message }: GeneratorNotice & { batch_id: string }
): Promise<void> {
  await queryRows(
    db,
    `update playground_draft_batch as batch
        set notices = batch.notices || jsonb_build_array(jsonb_build_object('code', $2::text, 'message', $3::text))
      where batch.id = $1 and batch.status <> 'cancelled'
        and not batch.notices @> jsonb_build_array(jsonb_build_object('code', $2::text))`,
    [batch_id, code, message]
  )
}
