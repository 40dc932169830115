import { queryRows, type Db } from "../../../persistence/db"

export interface UnknownSendRow {
  id: string
  campaign_id: string
  lease_token: string | null
  message_id: string
  transport: string
}

/** Sends that nobody knows the outcome of, the longest waiting first, for transports that can tell. */
export async function listUnknownSends(
  db: Db,
  input: { transports: readonly string[]; limit: number }
): Promise<UnknownSendRow[]> {
  return queryRows<UnknownSendRow>(
    db,
    `select send.id, send.campaign_id, send.lease_token, send.message_id, send.transport
       from delivery_send as send
      where send.status = 'unknown' and send.transport = any ($1::text[])
      order by send.updated_at limit $2`,
    [input.transports, input.limit]
  )
}

/**
 * Settles one unknown send: it was sent, or it is to be sent again. Both end the attempt, so that a
 * late answer to it changes nothing. Null: it is not unknown, or not of this campaign.
 *
 * @param input.actor a person's id, or `system` where the transport itself could tell
 */
export async function resolveUnknown(
  db: Db,
  input: { campaign_id: string; send_id: string; as: "sent" | "send_again"; actor: string }
): Promise<{ id: string; campaign_lead_id: string; step_index: number } | null> {
  const [row] = await queryRows<{ id: string; campaign_lead_id: string; step_index: number }>(
    db,
    `with resolved as (
       update delivery_send as send
          set status = case when $3 = 'sent' then 'accepted' else 'scheduled' end,
              accepted_at = case when $3 = 'sent' then send.taken_at end,
              due_at = case when $3 = 'sent' then send.due_at else clock_timestamp() end,
              lease_token = null, lease_until = null, error_code = null, error_message = null,
              resolved_by = $4, resolved_at = clock_timestamp(), updated_at = clock_timestamp()
        where send.id = $1 and send.campaign_id = $2 and send.status = 'unknown'
       returning send.id, send.campaign_id, send.campaign_lead_id, send.step_index
     ), told as (
       insert into delivery_event (campaign_id, send_id, action, actor, details)
       select resolved.campaign_id, resolved.id, 'resolve', $4, jsonb_build_object('as', $3::text)
         from resolved
     )
     select resolved.id, resolved.campaign_lead_id, resolved.step_index from resolved`,
    [input.send_id, input.campaign_id, input.as, input.actor]
  )
  return row ?? null
}
