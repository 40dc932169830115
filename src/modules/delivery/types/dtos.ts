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

/** How sending does, for operators: part of `GET /api/v1/playground/health`. */
export interface DeliveryHealthDTO {
  /** A sentence for each thing that is wrong, and what to do. Empty when all is well. */
  reasons: string[]
  queue: {
    backend: "redis" | "postgres"
    is_reachable: boolean
    /** Jobs that wait, are delayed or are being done; null when it cannot be reached. */
    depth: number | null
  }
  sends: {
    scheduled: number
    in_flight: number
    /** In flight, but past their lease: their process is gone, and the reconciler has not been yet. */
    expired: number
    /** A person decides. */
    unknown: number
  }
  /** When the process that answers last ran the reconciler of sends to its end; null: never. */
  last_reconciled_at: string | null
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

/** As the API lists it. */
export interface NamedSuppressionDTO extends SuppressionDTO {
  /** What who added it is called; null: no person did, or who did is gone. */
  created_by_name: string | null
}

/** A suppression that a person took off the list, as it stood there. */
export interface LiftedSuppressionDTO extends SuppressionDTO {
  /** The host's actor id. */
  lifted_by: string
  lifted_at: Date
  /** Why; null: the person did not say. */
  note: string | null
}

/** As the API lists it. */
export interface NamedLiftedSuppressionDTO extends LiftedSuppressionDTO, NamedSuppressionDTO {
  /** What who took it off is called; null: they are gone. */
  lifted_by_name: string | null
}

/** What a person, or the plugin itself, did to a campaign's sending. */
export const SENDING_ACTIONS = [
  "schedule",
  "pause",
  "resume",
  "cancel",
  "resolve",
  "replied",
  "settings",
] as const
export type SendingAction = (typeof SENDING_ACTIONS)[number]

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

/** As the API lists it. */
export interface NamedSendingEventDTO extends SendingEventDTO {
  /** What the actor is called; null: no person acted, or who did is gone. */
  actor_name: string | null
}

/** A mail of the outbox, decoded as a mail program would. */
export interface ReadMailDTO {
  id: string
  message_id: string
  recipient: string
  /** Name and address, as a mail program shows them. */
  from: string
  to: string
  subject: string
  text: string
  /** Null: the mail has none. It is the sender's: show it without scripts. */
  html: string | null
  /** In the order in which they stand. */
  headers: { name: string; value: string }[]
  /** The mail as it would travel. */
  eml: string
  created_at: Date
}
