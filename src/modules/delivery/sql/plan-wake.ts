import { queryRows, type Db } from "../../../persistence/db"
import { isInWindow } from "./sending-window"

/** A campaign to wake a worker for. */
export interface Wake {
  campaign_id: string
  epoch: number
  /** From now, in ms. */
  delay_ms: number
}

/**
 * When the campaign should next be looked at, for a job of the queue; null when one is under way for
 * that moment, or nothing is scheduled. At most an hour ahead: further off the reconciler looks.
 *
 * @param after ISO instant of a look at which nothing could be taken: what was due by then waits for a
 *   window or a limit, which the reconciler watches. Null: nobody has looked yet
 */
export async function planWake(
  db: Db,
  campaign_id: string,
  after: string | null
): Promise<Wake | null> {
  const [wake] = await queryRows<Wake>(
    db,
    `with next as (
       select greatest(send.due_at, sending.next_send_at) as at
         from delivery_campaign as sending cross join lateral (
           select send.due_at from delivery_send as send
            where send.campaign_id = sending.campaign_id and send.status = 'scheduled'
              and ($2::timestamptz is null or greatest(send.due_at, sending.next_send_at) > $2)
            order by send.due_at limit 1) as send
        where sending.campaign_id = $1 and sending.status = 'running'
     )
     update delivery_campaign as sending
        set wake_at = next.at, epoch = sending.epoch + 1
       from next
      where sending.campaign_id = $1 and next.at < clock_timestamp() + interval '1 hour'
        and (sending.wake_at is null or sending.wake_at > next.at
             or sending.wake_at <= clock_timestamp())
     returning sending.campaign_id, sending.epoch,
               greatest(0, extract(epoch from next.at - clock_timestamp()) * 1000)::integer as delay_ms`,
    [campaign_id, after]
  )
  return wake ?? null
}

/**
 * Campaigns that have something due and whose wake-up, if there was one, is overdue. Several processes
 * may run it at once: each campaign goes to one of them.
 */
export async function planOverdueWakes(
  db: Db,
  input: { intervalMs: number; limit: number }
): Promise<Wake[]> {
  return queryRows<Wake>(
    db,
    `with overdue as (
       select sending.campaign_id from delivery_campaign as sending
        where sending.status = 'running' and sending.next_send_at <= clock_timestamp()
          and ${isInWindow("clock_timestamp()")}
          and (sending.wake_at is null
               or sending.wake_at < clock_timestamp() - $1 * interval '1 millisecond')
          and exists (select from delivery_send as send
                       where send.campaign_id = sending.campaign_id and send.status = 'scheduled'
                         and send.due_at <= clock_timestamp())
        order by sending.wake_at nulls first limit $2 for update skip locked
     )
     update delivery_campaign as sending
        set wake_at = clock_timestamp(), epoch = sending.epoch + 1
       from overdue where sending.campaign_id = overdue.campaign_id
     returning sending.campaign_id, sending.epoch, 0 as delay_ms`,
    [input.intervalMs, input.limit]
  )
}
