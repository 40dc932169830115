import type { SendingSettingsDTO, Weekday } from "../../../modules/delivery/types/dtos"

/** The days in their order. */
export const DAYS = [
  "mon",
  "tue",
  "wed",
  "thu",
  "fri",
  "sat",
  "sun",
] as const satisfies readonly Weekday[]

/** What the form leaves to the footer's own editor. */
type Settings = Omit<SendingSettingsDTO, "footer">

/** The settings as a form holds them: numbers as they are typed, no limit as nothing. */
export interface SendingForm extends Pick<
  Settings,
  "transport" | "days" | "from" | "time_zone" | "four_eyes" | "html"
> {
  /** `00:00` is the end of the day: a time input knows no 24:00. */
  to: string
  daily_limit: string
  min_interval_seconds: string
  jitter_seconds: string
  per_domain_hourly_limit: string
  undo_seconds: string
}

/** What the server takes of each number; an empty one is no limit where that is allowed. */
export const NUMBERS = {
  daily_limit: { min: 1, max: 1_000_000, mayBeEmpty: true },
  per_domain_hourly_limit: { min: 1, max: 1_000_000, mayBeEmpty: true },
  min_interval_seconds: { min: 0, max: 86_400, mayBeEmpty: false },
  jitter_seconds: { min: 0, max: 86_400, mayBeEmpty: false },
  undo_seconds: { min: 0, max: 3_600, mayBeEmpty: false },
} as const
export type NumberField = keyof typeof NUMBERS

/** What is wrong with a field. */
export type SendingProblem =
  | { code: "number" | "numberOrEmpty"; min: number; max: number }
  | { code: "noDay" | "noTime" | "order" | "zone" }
export type SendingProblems = Partial<
  Record<NumberField | "days" | "hours" | "time_zone", SendingProblem>
>

const text = (value: number | null) => (value === null ? "" : String(value))

export const toSendingForm = (settings: Settings): SendingForm => ({
  transport: settings.transport,
  days: settings.days,
  from: settings.from,
  to: settings.to === "24:00" ? "00:00" : settings.to,
  time_zone: settings.time_zone,
  four_eyes: settings.four_eyes,
  html: settings.html,
  daily_limit: text(settings.daily_limit),
  min_interval_seconds: text(settings.min_interval_seconds),
  jitter_seconds: text(settings.jitter_seconds),
  per_domain_hourly_limit: text(settings.per_domain_hourly_limit),
  undo_seconds: text(settings.undo_seconds),
})

const endOf = ({ to }: SendingForm) => (to === "00:00" ? "24:00" : to)

/** What of it the server would refuse. */
export function findSendingProblems(form: SendingForm): SendingProblems {
  const problems: SendingProblems = {}
  for (const [name, { min, max, mayBeEmpty }] of Object.entries(NUMBERS)) {
    const field = name as NumberField
    const typed = form[field].trim()
    if (mayBeEmpty && typed === "") continue
    const isRight = /^\d{1,7}$/.test(typed) && Number(typed) >= min && Number(typed) <= max
    if (!isRight) problems[field] = { code: mayBeEmpty ? "numberOrEmpty" : "number", min, max }
  }
  if (form.days.length === 0) problems.days = { code: "noDay" }
  if (!form.from || !form.to) problems.hours = { code: "noTime" }
  else if (endOf(form) <= form.from) problems.hours = { code: "order" }
  if (!isTimeZone(form.time_zone)) problems.time_zone = { code: "zone" }
  return problems
}

/** The members that were changed: the history tells which. */
export function toSendingChange(form: SendingForm, before: Settings): Partial<Settings> {
  const number = (typed: string) => Number(typed.trim())
  const limit = (typed: string) => (typed.trim() === "" ? null : number(typed))
  const after: Settings = {
    transport: form.transport,
    days: DAYS.filter((day) => form.days.includes(day)),
    from: form.from,
    to: endOf(form),
    time_zone: form.time_zone.trim(),
    four_eyes: form.four_eyes,
    html: form.html,
    daily_limit: limit(form.daily_limit),
    min_interval_seconds: number(form.min_interval_seconds),
    jitter_seconds: number(form.jitter_seconds),
    per_domain_hourly_limit: limit(form.per_domain_hourly_limit),
    undo_seconds: number(form.undo_seconds),
  }
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Settings])
  )
  return Object.fromEntries(changed)
}

function isTimeZone(name: string): boolean {
  // Offsets have no summer time: the server refuses them.
  if (!/^[A-Za-z]/.test(name.trim())) return false
  try {
    new Intl.DateTimeFormat("en", { timeZone: name.trim() })
    return true
  } catch {
    // What it throws for a name that it does not know.
    return false
  }
}
