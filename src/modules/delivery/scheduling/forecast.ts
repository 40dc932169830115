import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { queryRows } from "../../../persistence/db"
import { dayStart } from "../sql/sending-window"

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
    queryRows<{ date: string; room: number | null }>(manager, ROOM_PER_DAY, [campaign_id, MAX_DAYS])
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

/** How many mails each local day has room for; null: any number. */
const ROOM_PER_DAY = `
  with sending as (
    select sending.*, clock_timestamp() as now,
           sending.min_interval_seconds + sending.jitter_seconds / 2.0 as pace_seconds
      from delivery_campaign as sending where sending.campaign_id = $1
  ), day as (
    select (date_trunc('day', sending.now at time zone sending.time_zone)::date + place)::date as date
      from sending, generate_series(0, $2::integer - 1) as place
  ), open as (
    select day.date, sending.pace_seconds, sending.daily_limit,
           extract(epoch from
             ((day.date + sending.window_to) at time zone sending.time_zone)
             - greatest(sending.now + sending.undo_seconds * interval '1 second',
                        (day.date + sending.window_from) at time zone sending.time_zone)) as seconds,
           case when day.date = (sending.now at time zone sending.time_zone)::date
                then (select count(*) from delivery_send as send
                       where send.campaign_id = sending.campaign_id
                         and send.status in ('in_flight', 'accepted', 'unknown')
                         and send.taken_at >= ${dayStart("sending.now")}) else 0 end as taken
      from sending, day
     where extract(isodow from day.date) = any (sending.days)
  )
  select to_char(open.date, 'YYYY-MM-DD') as date,
         greatest(0, least(open.daily_limit - open.taken,
           case when open.pace_seconds > 0
                then floor(open.seconds / open.pace_seconds) + 1 end))::integer as room
    from open where open.seconds > 0 order by open.date`
