import { queryRows, type Db } from "../../../persistence/db"

/** Notes which events of a provider there were, each once. @returns ids of those that are new */
export async function insertMailEvents(
  transaction: Db,
  { provider, ids }: { provider: string; ids: readonly string[] }
): Promise<Set<string>> {
  const rows = await queryRows<{ event_id: string }>(
    transaction,
    `insert into delivery_mail_event (provider, event_id)
     select $1, given.id from unnest($2::text[]) as given (id) on conflict do nothing
     returning event_id`,
    [provider, ids]
  )
  return new Set(rows.map(({ event_id }) => event_id))
}

/** Notes bounces and complaints on the sends that they speak of; the first of each keeps its time. */
export async function noteMailEvents(
  transaction: Db,
  events: readonly { message_id: string | null; type: string }[]
): Promise<void> {
  await transaction.query(
    `update delivery_send as send
            set bounced_at = case when given.type = 'bounced'
                                  then coalesce(send.bounced_at, clock_timestamp())
                                  else send.bounced_at end,
                complained_at = case when given.type = 'complained'
                                     then coalesce(send.complained_at, clock_timestamp())
                                     else send.complained_at end
           from unnest($1::text[], $2::text[]) as given (message_id, type)
          where send.message_id = given.message_id or send.transport_message_id = given.message_id`,
    [events.map(({ message_id }) => message_id), events.map(({ type }) => type)]
  )
}
