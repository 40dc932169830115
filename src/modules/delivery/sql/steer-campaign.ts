import { MedusaError } from "@medusajs/framework/utils"
import { queryRows, type Db } from "../../../persistence/db"

interface SteerInput {
  campaign_id: string
  /** The host's actor id. */
  actor: string
}

/** Whether somebody has paused the campaign's sending. */
export async function readPaused(db: Db, campaign_id: string): Promise<boolean> {
  const rows = await queryRows(
    db,
    `select from delivery_campaign as sending
      where sending.campaign_id = $1 and sending.status = 'paused'`,
    [campaign_id]
  )
  return rows.length > 0
}

/** Pauses or resumes the campaign's sending. Must follow `lockCampaign` in the same transaction. */
export async function setPaused(
  transaction: Db,
  { campaign_id, actor, isPaused }: SteerInput & { isPaused: boolean }
): Promise<void> {
  await transaction.query(
    `with changed as (
       update delivery_campaign as sending
          set status = $2::text, updated_at = clock_timestamp()
        where sending.campaign_id = $1 and sending.status <> $2::text
       returning sending.campaign_id
     )
     insert into delivery_event (campaign_id, action, actor)
     select changed.campaign_id, $3::text, $4::text from changed`,
    [campaign_id, isPaused ? "paused" : "running", isPaused ? "pause" : "resume", actor]
  )
}

/**
 * Cancels what is scheduled, and answers how many. What is in flight ends as it ends. Must follow
 * `lockCampaign` in the same transaction.
 *
 * @param input.campaign_lead_ids null: of all leads
 */
export async function cancelScheduled(
  transaction: Db,
  input: SteerInput & { campaign_lead_ids: readonly string[] | null; reason: string }
): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    transaction,
    `with cancelled as (
       update delivery_send as send
          set status = 'cancelled', error_code = $3, error_message = null, lease_token = null,
              updated_at = clock_timestamp()
        where send.campaign_id = $1 and send.status = 'scheduled'
          and ($2::uuid[] is null or send.campaign_lead_id = any ($2::uuid[]))
       returning send.id
     ), told as (
       insert into delivery_event (campaign_id, action, actor, details)
       select $1::uuid, 'cancel', $4::text,
              jsonb_build_object('count', count(*), 'reason', $3::text)
         from cancelled having count(*) > 0
     )
     select count(*)::integer as count from cancelled`,
    [input.campaign_id, input.campaign_lead_ids, input.reason, input.actor]
  )
  return row?.count ?? 0
}

/** Notes that a lead has answered, once. Must follow `lockCampaign` in the same transaction. */
export async function noteReply(
  transaction: Db,
  input: SteerInput & { campaign_lead_id: string }
): Promise<{ replied_at: Date }> {
  const [row] = await queryRows<{ replied_at: Date }>(
    transaction,
    `with noted as (
       insert into delivery_reply as reply (campaign_lead_id, campaign_id, noted_by)
       values ($1, $2, $3)
       on conflict (campaign_lead_id) do update set campaign_id = excluded.campaign_id
       returning reply.replied_at, xmax = 0 as is_new
     ), told as (
       insert into delivery_event (campaign_id, action, actor, details)
       select $2::uuid, 'replied', $3::text, jsonb_build_object('campaign_lead_id', $1::uuid)
         from noted where noted.is_new
     )
     select noted.replied_at from noted`,
    [input.campaign_lead_id, input.campaign_id, input.actor]
  )
  if (!row)
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "delivery: a reply was not noted")
  return row
}
