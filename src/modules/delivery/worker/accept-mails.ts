import { coalesce, type Coalesced } from "../../../persistence/coalesce"
import { withoutParameters } from "../../../persistence/database-error"
import { setFollowUpsDue } from "../sql/set-follow-ups-due"
import { acceptSends } from "../sql/settle-sends"
import type { TakenSendRow } from "../sql/take-sends"
import type { DeliveryDeps } from "./delivery-deps"
import { persistently } from "./persistently"

/** A mail that its transport has taken. */
export interface Acceptance {
  send: TakenSendRow
  transport_message_id: string | null
}

/** As many as one look takes at most. */
const GROUP = 256

/**
 * Writes which mails were taken, in groups: one commit for all that came while the last was under way.
 * Answers for each whether the attempt was still its own.
 */
export function createAcceptances(
  deps: Pick<DeliveryDeps, "manager" | "events" | "logger" | "options">
): Coalesced<Acceptance, boolean> {
  return coalesce(
    async (taken: readonly Acceptance[]) => {
      const db = await deps.manager()
      const accepted = await persistently(deps, "accept sends", () =>
        acceptSends(
          db,
          taken.map(({ send: { id, lease_token }, transport_message_id }) => ({
            id,
            lease_token,
            transport_message_id,
          }))
        )
      )
      deps.events.emailsSent(accepted)
      await letFollowUpsFallDue(
        deps,
        accepted.map(({ campaign_lead_id }) => campaign_lead_id)
      )
      const ids = new Set(accepted.map(({ id }) => id))
      return taken.map(({ send }) => ids.has(send.id))
    },
    { lanes: 1, maxBatchSize: GROUP }
  )
}

/** Sooner than the reconciler, which does it all the same: a failure here loses nothing. */
async function letFollowUpsFallDue(
  { manager, logger }: Pick<DeliveryDeps, "manager" | "logger">,
  campaign_lead_ids: string[]
): Promise<void> {
  if (campaign_lead_ids.length === 0) return
  try {
    const db = await manager()
    await withoutParameters("set follow-ups due", () => setFollowUpsDue(db, campaign_lead_ids))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    logger.warn(`playground: follow-ups are left to the reconciler: ${reason}`)
  }
}
