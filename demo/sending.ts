import { setTimeout as sleep } from "node:timers/promises"
import type { ApiClient } from "./api-client"
import type { DraftsAnswer } from "./api-types"

const POLL_MS = 200
const SEND_WITHIN_MS = 60_000
/** The others stay to be reviewed by hand. */
const MAX_SENT = 20

interface OutboxAnswer {
  mails: { recipient: string; subject: string; eml: string }[]
  count: number
}

/**
 * Approves the first drafts and sends them: the transport `outbox` keeps what would leave.
 *
 * @returns how many there are, and one of them as it would arrive
 */
export async function sendDrafts(
  api: ApiClient,
  campaignId: string,
  batchId: string,
  drafts: DraftsAnswer["drafts"]
): Promise<{ count: number; eml: string }> {
  const url = `/api/v1/campaigns/${campaignId}`
  await api.patch(url, {
    status: "active",
    sending: { undo_seconds: 0, footer: "Northwind Goods, 1 Main Street, Bristol BS1 4DJ" },
  })
  const draft_ids = drafts.slice(0, MAX_SENT).map(({ id }) => id)
  await api.post(`${url}/playground/approve`, { batch_id: batchId, draft_ids })
  const { scheduled } = await api.post<{ scheduled: number }>(`${url}/sending`, { step_index: 1 })
  const deadline = Date.now() + SEND_WITHIN_MS
  for (;;) {
    const { mails, count } = await api.get<OutboxAnswer>("/api/v1/playground/outbox?limit=1")
    const [mail] = mails
    if (mail && count >= scheduled) return { count, eml: mail.eml }
    if (Date.now() > deadline) throw new Error("the mails were not sent within 60 s")
    await sleep(POLL_MS)
  }
}
