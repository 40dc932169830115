import { queryRows, type Db } from "../../../persistence/db"
import { dayStart } from "./sending-window"

/** How many mails each local day has room for; null: any number. */
export async function listRoomPerDay(
  db: Db,
  input: { campaign_id: string; days: number }
): Promise<{ date: string; room: number | null }[]> {
  return queryRows<{ date: string; room: number | null }>(
    db,
    `
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
    from open where open.seconds > 0 order by open.date`,
    [input.campaign_id, input.days]
  )
}
