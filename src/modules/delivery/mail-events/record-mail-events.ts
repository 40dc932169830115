import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { insertMailEvents, noteMailEvents } from "../sql/note-mail-events"
import { readSuppressed } from "../suppressions/normalise-suppressed"
import type { AddedSuppression } from "../sql/insert-suppressions"
import { addSuppressions } from "../suppressions/suppression-store"
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
      const fresh = await insertMailEvents(transaction, {
        provider,
        ids: events.map(({ id }) => id),
      })
      const told = events.filter(({ id }) => fresh.has(id))
      await noteMailEvents(transaction, told)
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
