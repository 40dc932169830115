import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { queryRows } from "../../../persistence/db"
import { readSuppressed } from "../suppressions/normalise-suppressed"
import { addSuppressions, type AddedSuppression } from "../suppressions/suppression-store"
import type { MailEvent } from "./parse-mail-events"

/**
 * Notes each event once: on the send that it speaks of, and on the list of suppressions.
 *
 * @returns how many were new, and whom they suppressed
 */
export async function recordMailEvents(
  manager: EntityManager,
  provider: string,
  events: readonly MailEvent[]
): Promise<{ recorded: number; suppressed: AddedSuppression[] }> {
  if (events.length === 0) return { recorded: 0, suppressed: [] }
  return withoutParameters("record mail events", () =>
    manager.transaction(async (transaction) => {
      const fresh = await queryRows<{ event_id: string }>(
        transaction,
        `insert into delivery_mail_event (provider, event_id)
         select $1, given.id from unnest($2::text[]) as given (id) on conflict do nothing
         returning event_id`,
        [provider, events.map(({ id }) => id)]
      )
      const ids = new Set(fresh.map(({ event_id }) => event_id))
      const told = events.filter(({ id }) => ids.has(id))
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
        [told.map(({ message_id }) => message_id), told.map(({ type }) => type)]
      )
      const values = told.flatMap(({ email, type }) => {
        const read = readSuppressed(email)
        return read?.kind === "address" ? [{ ...read, reason: type }] : []
      })
      const suppressed = await addSuppressions(transaction, {
        values,
        source: provider,
        actor: "system",
      })
      return { recorded: told.length, suppressed }
    })
  )
}
