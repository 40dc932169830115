import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { Send } from "../entities/send"
import { countSendsByStatus } from "../sql/count-sends"
import { SEND_STATUSES, type SendStatus } from "../state-machine"
import type { SendDTO, SendPageDTO } from "../types/dtos"

export interface ListSendsInput {
  campaign_id: string
  status: SendStatus | null
  step_index: number | null
  offset: number
  limit: number
}

/** A page of the campaign's sends, the next to go first, with how many there are. */
export async function listSends(
  manager: EntityManager,
  { campaign_id, status, step_index, offset, limit }: ListSendsInput
): Promise<SendPageDTO> {
  const [rows, count] = await withoutParameters("list sends", () =>
    manager.findAndCount(Send, {
      where: {
        campaign_id,
        ...(status && { status }),
        ...(step_index !== null && { step_index }),
      },
      order: { due_at: "ASC", id: "ASC" },
      skip: offset,
      take: limit,
    })
  )
  return { sends: rows.map(toSend), count, offset, limit }
}

/** @throws MedusaError NOT_FOUND */
export async function retrieveSend(
  manager: EntityManager,
  campaign_id: string,
  id: string
): Promise<SendDTO> {
  const row = await withoutParameters("read send", () =>
    manager.findOneBy(Send, { campaign_id, id })
  )
  if (row) return toSend(row)
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `Campaign ${campaign_id} has no send ${id}.`)
}

/** How many sends of a step there are with each status. */
export async function countSends(
  manager: EntityManager,
  campaign_id: string,
  step_index: number | null
): Promise<Record<SendStatus, number>> {
  const rows = await withoutParameters("count sends", () =>
    countSendsByStatus(manager, { campaign_id, step_index })
  )
  const byStatus = new Map(rows.map(({ status, count }) => [status, count]))
  const counts = SEND_STATUSES.map((status) => [status, byStatus.get(status) ?? 0])
  // Every status is in the list above.
  return Object.fromEntries(counts) as Record<SendStatus, number>
}

function toSend(row: Send): SendDTO {
  const due = new Date(row.due_at)
  return {
    id: row.id,
    campaign_lead_id: row.campaign_lead_id,
    recipient: row.recipient,
    step_index: row.step_index,
    status: row.status,
    // The driver hands out `infinity` as the number.
    due_at: Number.isNaN(due.getTime()) ? null : due,
    scheduled_by: row.scheduled_by,
    scheduled_at: row.scheduled_at,
    attempt: row.attempt,
    transport: row.transport,
    ...(row.accepted_at && { accepted_at: row.accepted_at }),
    ...(row.message_id && { message_id: row.message_id }),
    ...(row.error_code && { error: { code: row.error_code, message: row.error_message } }),
    ...(row.bounced_at && { bounced_at: row.bounced_at }),
    ...(row.complained_at && { complained_at: row.complained_at }),
    ...(row.resolved_by && { resolved_by: row.resolved_by }),
  }
}
