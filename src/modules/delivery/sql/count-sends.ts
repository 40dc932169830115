import { queryRows, type Db } from "../../../persistence/db"
import type { SendStatus } from "../state-machine"

/** How many sends there are with each status that occurs. `step_index` null: of all steps. */
export async function countSendsByStatus(
  db: Db,
  { campaign_id, step_index }: { campaign_id: string; step_index: number | null }
): Promise<{ status: SendStatus; count: number }[]> {
  return queryRows<{ status: SendStatus; count: number }>(
    db,
    `select send.status, count(*)::integer as count from delivery_send as send
      where send.campaign_id = $1 and ($2::integer is null or send.step_index = $2)
      group by send.status`,
    [campaign_id, step_index]
  )
}
