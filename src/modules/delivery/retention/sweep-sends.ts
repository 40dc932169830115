import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import {
  deleteOldCounts,
  deleteOldOutboxMails,
  forgetEndedSends,
  forgetSends,
  listOldSends,
  type OldSendRow,
} from "../sql/forget-sends"

const CHUNK = 1_000

/** Takes the texts of mails that were sent, where they are kept. May be called again for the same. */
export type RemoveTexts = (sent: OldSendRow[]) => Promise<unknown>

/**
 * Takes recipients, footers and mails of the outbox once they have been kept long enough. Texts go
 * first: a process that dies in between finds the same sends again.
 *
 * @param input.retentionDays undefined: everything is kept
 * @returns how many sends were forgotten
 */
export async function sweepSends(
  manager: EntityManager,
  input: { retentionDays: number | undefined; removeTexts: RemoveTexts }
): Promise<number> {
  const { retentionDays, removeTexts } = input
  return withoutParameters("sweep sends", async () => {
    await deleteOldCounts(manager)
    if (retentionDays === undefined) return 0
    const page = { retentionDays, limit: CHUNK }
    const sent = await inChunks(async () => {
      const old = await listOldSends(manager, page)
      if (old.length === 0) return old
      await removeTexts(old)
      await forgetSends(
        manager,
        old.map(({ id }) => id)
      )
      return old
    })
    const ended = await inChunks(() => forgetEndedSends(manager, page))
    await inChunks(() => deleteOldOutboxMails(manager, page))
    return sent + ended
  })
}

/** Repeats it until it finds less than it may. @returns how much it found */
async function inChunks(forget: () => Promise<unknown[]>): Promise<number> {
  for (let forgotten = 0; ;) {
    const chunk = await forget()
    forgotten += chunk.length
    if (chunk.length < CHUNK) return forgotten
  }
}
