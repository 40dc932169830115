import { MedusaError } from "@medusajs/framework/utils"
import { queryRows, type Db } from "../../../persistence/db"

/** Any number that no other advisory lock of the database uses: the list of suppressions. */
export const SUPPRESSIONS_LOCK = 5_318_008

/**
 * Takes the row that paces the campaign, made with the defaults where there is none. Everything that
 * schedules, takes, pauses or cancels sends of the campaign takes it first, so these wait for each
 * other, and a statement after it sees what the one before has committed. Must run inside a
 * transaction; the counting statement must be another one, or it would count what was true before it
 * waited.
 */
export async function lockCampaign(
  transaction: Db,
  campaign_id: string
): Promise<{ status: "running" | "paused" }> {
  const lock = () =>
    queryRows<{ status: "running" | "paused" }>(
      transaction,
      `select sending.status from delivery_campaign as sending
        where sending.campaign_id = $1 for update`,
      [campaign_id]
    )
  const [known] = await lock()
  if (known) return known
  await transaction.query(
    `insert into delivery_campaign (campaign_id) values ($1) on conflict do nothing`,
    [campaign_id]
  )
  const [made] = await lock()
  if (made) return made
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `delivery: campaign ${campaign_id} has no row of its pace`
  )
}

/**
 * Takes the row without making one, and shares the list of suppressions until the transaction ends:
 * whoever adds to it waits, so that once that has answered nothing goes there any more. Answers the
 * instant of the look; null: the campaign sends nothing.
 */
export async function lockForTaking(transaction: Db, campaign_id: string): Promise<string | null> {
  const [row] = await queryRows<{ at: string }>(
    transaction,
    `select clock_timestamp()::text as at, shared.lock
       from delivery_campaign as sending,
            (select pg_advisory_xact_lock_shared($2)::text as lock) as shared
      where sending.campaign_id = $1 and sending.status = 'running' for update of sending`,
    [campaign_id, SUPPRESSIONS_LOCK]
  )
  return row?.at ?? null
}
