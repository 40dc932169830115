import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import {
  countDeliveryEvents,
  listDeliveryEvents,
  type SendingAction,
} from "../sql/list-delivery-events"

/** Who did what to a campaign's sending, and when. What an action has nothing to say of is null. */
export interface SendingEventDTO {
  id: string
  action: SendingAction
  /** The host's actor id; `system` where no person acted. */
  actor: string
  created_at: Date
  /** Of `schedule` and `resolve`. */
  step_index: number | null
  /** How many mails were scheduled or cancelled. */
  count: number | null
  /** Of `cancel`: `cancelled` where a person took back, else what ended the sequence. */
  reason: string | null
  /** Of `resolve`. */
  as: "sent" | "send_again" | null
  /** Of `settings`: names of the members that were changed. */
  changed: string[] | null
  send_id: string | null
  campaign_lead_id: string | null
  /** The address of whom it concerns; null where it concerns all, or retention has taken it. */
  recipient: string | null
}

/** Newest first, with how many there are. */
export async function listHistory(
  manager: EntityManager,
  input: { campaign_id: string; offset: number; limit: number }
): Promise<[SendingEventDTO[], number]> {
  return withoutParameters("list history", async () => {
    const events = await listDeliveryEvents(manager, input)
    return [events, await countDeliveryEvents(manager, input.campaign_id)]
  })
}
