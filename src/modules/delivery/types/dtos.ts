import type { HoldReason } from "../sql/hold-reason"
import type { SendStatus } from "../state-machine"

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** How a campaign sends. */
export interface SendingSettingsDTO {
  /** Id of a configured transport; null: the one of the option `sending.transport`. */
  transport: string | null
  /** Most mails on one local day; null: no limit. @default 200 */
  daily_limit: number | null
  /** Least time between two mails of the campaign. @default 0 */
  min_interval_seconds: number
  /** Up to so much longer, at random. @default 0 */
  jitter_seconds: number
  /** @default all seven */
  days: Weekday[]
  /** `HH:MM`, local. @default "00:00" */
  from: string
  /** `HH:MM`, after `from`; up to `24:00`. @default "24:00" */
  to: string
  /** IANA name. @default "UTC" */
  time_zone: string
  /** Most mails to one recipient domain within any hour; null: no limit. @default null */
  per_domain_hourly_limit: number | null
  /** Time between Send and the first mail, in which it can be taken back. @default 30 */
  undo_seconds: number
  /** What follows each mail: postal address and link to unsubscribe. Null: nothing is sent. */
  footer: string | null
  /** Who approved a mail may not send it. @default false */
  four_eyes: boolean
  /** Mails carry the text as HTML as well. @default false */
  html: boolean
}

/** What settings are changed by; absent leaves alone. */
export type SendingSettingsInput = Partial<SendingSettingsDTO>

/** Approved mails that do not go, with why. */
export interface HeldBackDTO {
  reason: HoldReason
  count: number
}

/** What Send would do for a step. */
export interface SendingPreviewDTO {
  campaign_id: string
  step_index: number
  /** Approved mails that Send would schedule. */
  ready: number
  held_back: HeldBackDTO[]
  /** On which local days those that are ready or scheduled go, as far as settings tell beforehand. */
  days: { date: string; count: number }[]
  /** As it will stand below each mail; the link is another one in each. Null: there is none. */
  footer: string | null
  transport: string
  is_paused: boolean
  counts: Record<SendStatus, number>
}

export interface ScheduledSendsDTO {
  campaign_id: string
  step_index: number
  scheduled: number
  held_back: HeldBackDTO[]
  /** Until when nothing of it goes; null when nothing was scheduled. */
  undo_until: Date | null
}

/** A way out for mails, as the API answers it. */
export interface TransportDTO {
  id: string
  /** Campaigns that name none send by it. */
  is_default: boolean
  /** Sender address of mails whose sender profile names none; null: it has none. */
  default_from: string | null
  /** It keeps mails instead of sending them. */
  is_trial: boolean
}

/** One send as the API answers it. */
export interface SendDTO {
  id: string
  campaign_lead_id: string
  /** Null once retention has taken it. */
  recipient: string | null
  step_index: number
  status: SendStatus
  /** Null while an earlier step is not accepted. */
  due_at: Date | null
  scheduled_by: string
  scheduled_at: Date
  attempt: number
  transport: string | null
  accepted_at?: Date
  message_id?: string
  error?: { code: string; message: string | null }
  bounced_at?: Date
  complained_at?: Date
  resolved_by?: string
}

export const SUPPRESSION_REASONS = ["unsubscribed", "bounced", "complained", "manual"] as const
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]

/** `hash`: of an address that is not kept any more, lower-case hex SHA-256 of it in lower case. */
export type SuppressionKind = "address" | "domain" | "hash"

export interface SendPageDTO {
  sends: SendDTO[]
  count: number
  offset: number
  limit: number
}

export interface SuppressionDTO {
  id: string
  kind: SuppressionKind
  value: string
  reason: SuppressionReason
  /** How it came here: `unsubscribe link`, `csv`, `api`, a provider's name. */
  source: string
  /** The host's actor id; `system` where no person acted. */
  created_by: string
  created_at: Date
}
