import { setImmediate as immediate } from "node:timers/promises"
import { withoutParameters } from "../../../persistence/database-error"
import { leaseMs } from "../options/delivery-options"
import { listSettings } from "../settings/sending-settings"
import { holdSends } from "../sql/hold-sends"
import { lockForTaking } from "../sql/lock-campaign"
import { takeSends, type TakenSendRow } from "../sql/take-sends"
import { deliverMail } from "./deliver-mail"
import type { DeliveryDeps } from "./delivery-deps"

const DEFAULT_CONCURRENCY = 5

/** What one look took, and when it was. */
interface Taken {
  sends: TakenSendRow[]
  /** ISO instant of the look; null: the campaign sends nothing at all. */
  at: string | null
  /** By this process's monotonic clock, in ms: before the database's lease began. */
  takenAt: number
}

/**
 * Sends what a campaign may send now, some mails at a time, until there is nothing more to take. Then it
 * has itself woken for the next. Any number of processes may do it for the same campaign.
 *
 * @param shutdown fires when the process has no more time
 */
export async function runCampaign(
  deps: DeliveryDeps,
  campaign_id: string,
  shutdown: AbortSignal
): Promise<void> {
  if (deps.publicUrl === null) return
  const inFlight = new Set<Promise<void>>()
  let at: string | null = null
  const concurrency = await concurrencyOf(deps, campaign_id)
  while (!shutdown.aborted) {
    const room = concurrency - inFlight.size
    const taken = room > 0 ? await take(deps, campaign_id, room) : null
    for (const send of taken?.sends ?? []) {
      const work = deliverMail(deps, send, { takenAt: taken?.takenAt ?? 0, shutdown }).finally(() =>
        inFlight.delete(work)
      )
      inFlight.add(work)
    }
    if (taken) at = taken.at
    const isDry = taken !== null && taken.sends.length === 0
    if (isDry && taken.at !== null && (await makeRoom(deps, campaign_id))) continue
    if (isDry && inFlight.size === 0) break
    if (!isDry && inFlight.size < concurrency) continue
    await Promise.race(inFlight)
    // Acceptances are written in groups: by the next turn all of the group have made room.
    await immediate()
  }
  await Promise.all(inFlight)
  if (at !== null && !shutdown.aborted) await deps.wake(campaign_id, at)
}

async function take(deps: DeliveryDeps, campaign_id: string, limit: number): Promise<Taken> {
  const { manager, views, defaultTransport, defaultSenders, options } = deps
  const db = await manager()
  const takenAt = performance.now()
  return withoutParameters("take sends", () =>
    db.transaction(async (transaction) => {
      const at = await lockForTaking(transaction, campaign_id)
      if (at === null) return { sends: [], at, takenAt }
      const sends = await takeSends(transaction, {
        campaign_id,
        views,
        limit,
        leaseMs: leaseMs(options),
        transport: defaultTransport,
        defaultSenders,
      })
      return { sends, at, takenAt }
    })
  )
}

/** True when sends were taken off the list that must not go, and others may stand behind them. */
async function makeRoom(deps: DeliveryDeps, campaign_id: string): Promise<boolean> {
  const { manager, views, defaultSenders } = deps
  const db = await manager()
  const input = { campaign_id, views, defaultSenders, limit: 1_000 }
  return (await withoutParameters("hold sends", () => holdSends(db, input))).length > 0
}

async function concurrencyOf(deps: DeliveryDeps, campaign_id: string): Promise<number> {
  const db = await deps.manager()
  const [settings] = await listSettings(db, [campaign_id])
  const transport = deps.transports.get(settings?.transport ?? deps.defaultTransport)
  return transport?.concurrency ?? DEFAULT_CONCURRENCY
}
