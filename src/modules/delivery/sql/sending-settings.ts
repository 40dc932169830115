import { queryRows, type Db } from "../../../persistence/db"
import type { SendingSettingsDTO } from "../types/dtos"

export interface SettingsRow extends Omit<SendingSettingsDTO, "days"> {
  campaign_id: string
  /** ISO days of the week, Monday is 1. */
  days: number[]
}

/** The settings of those campaigns that have a row. */
export async function listSettingsRows(
  db: Db,
  campaign_ids: readonly string[]
): Promise<SettingsRow[]> {
  return queryRows<SettingsRow>(
    db,
    `
  select sending.campaign_id, sending.transport, sending.daily_limit, sending.min_interval_seconds,
         sending.jitter_seconds, sending.days, substr(sending.window_from::text, 1, 5) as "from",
         substr(sending.window_to::text, 1, 5) as "to", sending.time_zone,
         sending.per_domain_hourly_limit, sending.undo_seconds, sending.footer, sending.four_eyes,
         sending.html
    from delivery_campaign as sending where sending.campaign_id = any ($1::uuid[])`,
    [campaign_ids]
  )
}

/**
 * Writes columns of the campaign's row and notes who changed what. Must follow `lockCampaign` in the same
 * transaction.
 *
 * @param input.columns names of columns, which are never a caller's text, and their values
 */
export async function writeSettings(
  transaction: Db,
  input: {
    campaign_id: string
    columns: readonly (readonly [string, unknown])[]
    changed: readonly string[]
    actor: string
  }
): Promise<void> {
  const { campaign_id, columns, changed, actor } = input
  const set = columns.map(([name], place) => `${name} = $${place + 2}`)
  await transaction.query(
    `update delivery_campaign set ${set.join(", ")}, updated_at = clock_timestamp()
      where campaign_id = $1`,
    [campaign_id, ...columns.map(([, value]) => value)]
  )
  await transaction.query(
    `insert into delivery_event (campaign_id, action, actor, details)
     values ($1, 'settings', $2, $3)`,
    [campaign_id, actor, JSON.stringify({ changed })]
  )
}

/** Fails with SQLSTATE 22023 for a time zone that the database does not know. */
export async function assertTimeZone(transaction: Db, time_zone: string): Promise<void> {
  await transaction.query(`select now() at time zone $1`, [time_zone])
}
