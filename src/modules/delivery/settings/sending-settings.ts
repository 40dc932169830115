import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { DatabaseError, withoutParameters } from "../../../persistence/database-error"
import { lockCampaign } from "../sql/lock-campaign"
import {
  assertTimeZone,
  listSettingsRows,
  writeSettings,
  type SettingsRow,
} from "../sql/sending-settings"
import {
  WEEKDAYS,
  type SendingSettingsDTO,
  type SendingSettingsInput,
  type Weekday,
} from "../types/dtos"

/** How a campaign sends that nobody has set anything for. The table's own defaults are the same. */
export const DEFAULT_SETTINGS: SendingSettingsDTO = {
  transport: null,
  daily_limit: 200,
  min_interval_seconds: 0,
  jitter_seconds: 0,
  days: [...WEEKDAYS],
  from: "00:00",
  to: "24:00",
  time_zone: "UTC",
  per_domain_hourly_limit: null,
  undo_seconds: 30,
  footer: null,
  four_eyes: false,
  html: false,
}

/** The settings of each campaign, in their order. */
export async function listSettings(
  manager: EntityManager,
  campaign_ids: readonly string[]
): Promise<SendingSettingsDTO[]> {
  const rows = await withoutParameters("read sending settings", () =>
    listSettingsRows(manager, campaign_ids)
  )
  const byCampaign = new Map(rows.map(({ campaign_id, ...row }) => [campaign_id, toDto(row)]))
  return campaign_ids.map((id) => byCampaign.get(id) ?? DEFAULT_SETTINGS)
}

/** Changes what is named and answers all of it. @throws MedusaError INVALID_DATA */
export async function updateSettings(
  manager: EntityManager,
  campaign_id: string,
  { change, actor }: { change: SendingSettingsInput; actor: string }
): Promise<SendingSettingsDTO> {
  const columns = toColumns(change)
  try {
    await withoutParameters("change sending settings", () =>
      manager.transaction(async (transaction) => {
        await lockCampaign(transaction, campaign_id)
        if (change.time_zone !== undefined) {
          // Refused here, where it can be said, rather than by every statement that reads it.
          await assertTimeZone(transaction, change.time_zone)
        }
        if (columns.length === 0) return
        await writeSettings(transaction, {
          campaign_id,
          columns,
          changed: Object.keys(change),
          actor,
        })
      })
    )
  } catch (error) {
    throw toRefusal(error, change) ?? error
  }
  const [settings] = await listSettings(manager, [campaign_id])
  return settings ?? DEFAULT_SETTINGS
}

const COLUMNS: Partial<Record<keyof SendingSettingsDTO, string>> = {
  from: "window_from",
  to: "window_to",
}

function toColumns({ days, footer, ...change }: SendingSettingsInput): [string, unknown][] {
  const given: [string, unknown][] = Object.entries(change)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [COLUMNS[name as keyof SendingSettingsDTO] ?? name, value])
  if (days) given.push(["days", days.map((day) => WEEKDAYS.indexOf(day) + 1).sort()])
  if (footer !== undefined) given.push(["footer", footer?.trim() ? footer.trim() : null])
  return given
}

function toDto({ days, ...row }: Omit<SettingsRow, "campaign_id">): SendingSettingsDTO {
  return { ...row, days: days.flatMap((day): Weekday[] => WEEKDAYS.slice(day - 1, day)) }
}

function toRefusal(error: unknown, change: SendingSettingsInput): MedusaError | null {
  if (!(error instanceof DatabaseError)) return null
  if (error.sqlState === "22023" && change.time_zone !== undefined) {
    return new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Field 'sending.time_zone': the database knows no time zone ${JSON.stringify(change.time_zone)}`,
      "unknown_time_zone"
    )
  }
  if (error.constraint === "delivery_campaign_window") {
    return new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Field 'sending.to': expected a time after 'sending.from'",
      "window_ends_first"
    )
  }
  return null
}
