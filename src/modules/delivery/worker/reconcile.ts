import { withoutParameters } from "../../../persistence/database-error"
import { holdSends } from "../sql/hold-sends"
import { planOverdueWakes, type Wake } from "../sql/plan-wake"
import { listUnknownSends, resolveUnknown } from "../sql/resolve-unknown"
import { scheduleFollowUps } from "../sql/schedule-follow-ups"
import { setFollowUpsDue } from "../sql/set-follow-ups-due"
import { expireSends } from "../sql/settle-sends"
import type { DeliveryDeps } from "./delivery-deps"

/** Most rows that one statement of a pass touches. */
const LIMIT = 1_000
const LOOK_UPS = 100

/** What one pass found and mended. */
export interface ReconcileSendsResult {
  /** Mails whose process was lost. */
  unknown: number
  /** Unknown ones about which the transport could tell. */
  resolved: number
  /** Scheduled ones that must not go any more. */
  held: number
  /** Follow-ups that were scheduled. */
  follow_ups: number
  /** Campaigns whose workers were woken. */
  woken: number
}

/**
 * Mends what crashes, lost queues and changed minds left: shows mails without an outcome as unknown,
 * asks transports that can tell, holds back what must not go, schedules follow-ups, wakes workers. Any
 * number of processes may run it at once.
 */
export async function reconcileSends(
  deps: DeliveryDeps,
  { intervalMs, enqueue }: { intervalMs: number; enqueue: (wakes: Wake[]) => Promise<void> }
): Promise<ReconcileSendsResult> {
  const db = await deps.manager()
  const { views, defaultSenders } = deps
  const lost = await withoutParameters("expire sends", () => expireSends(db))
  deps.events.emailsUnknown(lost)
  const resolved = await askTransports(deps)
  const held = await withoutParameters("hold sends", () =>
    holdSends(db, { campaign_id: null, views, defaultSenders, limit: LIMIT })
  )
  await withoutParameters("set follow-ups due", () => setFollowUpsDue(db, null))
  const followUps = await withoutParameters("schedule follow-ups", () =>
    scheduleFollowUps(db, { views, defaultSenders, limit: LIMIT })
  )
  // Last, since this is what fails while the queue is away.
  const wakes = await withoutParameters("plan wakes", () =>
    planOverdueWakes(db, { intervalMs, limit: LIMIT })
  )
  if (wakes.length > 0) await enqueue(wakes)
  return {
    unknown: lost.length,
    resolved,
    held: held.length,
    follow_ups: followUps.length,
    woken: wakes.length,
  }
}

/** Settles unknown sends about which their transport can tell. Others wait for a person. */
async function askTransports(deps: DeliveryDeps): Promise<number> {
  const able = [...deps.transports]
    .filter(([, transport]) => "lookUp" in transport)
    .map(([id]) => id)
  if (able.length === 0) return 0
  const db = await deps.manager()
  const unknown = await withoutParameters("list unknown sends", () =>
    listUnknownSends(db, { transports: able, limit: LOOK_UPS })
  )
  let resolved = 0
  for (const send of unknown) {
    const answer = await lookUp(deps, send)
    if (answer === "unknown") continue
    const { id: send_id, campaign_id } = send
    const row = await withoutParameters("resolve send", () =>
      resolveUnknown(db, {
        campaign_id,
        send_id,
        as: answer === "accepted" ? "sent" : "send_again",
        actor: "system",
      })
    )
    if (!row) continue
    resolved += 1
    if (answer === "accepted") deps.events.emailsSent([{ ...row, campaign_id }])
  }
  return resolved
}

async function lookUp(
  deps: DeliveryDeps,
  { id, transport, message_id }: { id: string; transport: string; message_id: string }
): Promise<"accepted" | "absent" | "unknown"> {
  try {
    return (await deps.transports.get(transport)?.lookUp?.(message_id)) ?? "unknown"
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    deps.logger.warn(`playground: transport "${transport}" could not look up ${id}: ${reason}`)
    return "unknown"
  }
}
