import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { countDeliveryEvents, listDeliveryEvents } from "../sql/list-delivery-events"
import type { SendingEventDTO } from "../types/dtos"

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
