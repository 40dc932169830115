import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { listRoomPerDay } from "../sql/list-room-per-day"

/** Further ahead nobody plans, and a limit of one a day would make a list without an end. */
const MAX_DAYS = 366

/**
 * On which local days so many mails go: today what window, pace and daily limit leave of it, then day
 * by day. An estimate: it knows nothing of the limit per domain, of failures, and of follow-ups' delays.
 */
export async function forecast(
  manager: EntityManager,
  campaign_id: string,
  count: number
): Promise<{ date: string; count: number }[]> {
  if (count === 0) return []
  const days = await withoutParameters("forecast sending", () =>
    listRoomPerDay(manager, { campaign_id, days: MAX_DAYS })
  )
  const plan: { date: string; count: number }[] = []
  let left = count
  for (const { date, room } of days) {
    const share = Math.min(left, room ?? left)
    if (share > 0) plan.push({ date, count: share })
    left -= share
    if (left === 0) break
  }
  return plan
}
