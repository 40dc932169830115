import { withoutParameters } from "../../persistence/database-error"
import type { DeliveryRuntime } from "./runtime"
import { readOpenSends, type OpenSendsRow } from "./sql/read-open-sends"
import type { DeliveryHealthDTO } from "./types/dtos"

/** See `DeliveryModuleService.retrieveHealth`. */
export async function readHealth(runtime: DeliveryRuntime): Promise<DeliveryHealthDTO> {
  const manager = await runtime.manager()
  const queue = runtime.queue()
  const [sends, depth] = await Promise.all([
    withoutParameters("read open sends", () => readOpenSends(manager)),
    // Whatever keeps it from answering, it cannot be reached.
    queue.depth().catch(() => null),
  ])
  return {
    reasons: problemsWith(sends, runtime.hasPublicUrl),
    queue: { backend: queue.backend, is_reachable: depth !== null, depth },
    sends,
    last_reconciled_at: runtime.lastReconciledAt?.toISOString() ?? null,
  }
}

/** A queue that is away is not among them: it is the drafts' own, whose health says so. */
function problemsWith({ expired, unknown }: OpenSendsRow, hasPublicUrl: boolean): string[] {
  const reasons: string[] = []
  if (!hasPublicUrl) {
    reasons.push('Nothing is sent: set the option "sending.publicUrl" to the address of this host.')
  }
  if (expired > 0) {
    reasons.push(`Mails past their lease, whose process is gone: ${expired}.`)
  }
  if (unknown > 0) {
    reasons.push(
      `Mails of which nobody knows whether they went: ${unknown}. Settle them in the tab Send.`
    )
  }
  return reasons
}
