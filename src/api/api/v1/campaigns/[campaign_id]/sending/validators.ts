import { z } from "@medusajs/framework/zod"
import { WEEKDAYS } from "../../../../../../modules/delivery"
import { leadIds } from "../../../../../utils/lead-ids"
import { pageParam, wholeNumber } from "../../../../../utils/page"
import { textBetween, textUpTo } from "../../../../../../validation/text"

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

const timeOfDay = (pattern: RegExp, expected: string) => z.string().regex(pattern, expected)

/** An IANA name: `Europe/Berlin`, not `CET+1` or `+01:00`, which have no summer time. */
const timeZone = () =>
  z.string().refine((name) => /^[A-Za-z]/.test(name) && isTimeZone(name), {
    message: "expected an IANA time zone such as Europe/Berlin",
  })

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name })
    return true
  } catch {
    // What it throws for a name that it does not know.
    return false
  }
}

const whole = (min: number, max: number) => z.number().int().min(min).max(max)

/** `sending` in the body of `PATCH /campaigns/{id}`: a value sets, absent leaves alone. */
export const SendingSettings = z
  .strictObject({
    transport: textBetween(1, 100).nullable(),
    daily_limit: whole(1, 1_000_000).nullable(),
    min_interval_seconds: whole(0, 86_400),
    jitter_seconds: whole(0, 86_400),
    days: z
      .array(z.enum(WEEKDAYS))
      .min(1)
      .max(7)
      .refine((days) => new Set(days).size === days.length, {
        message: "expected each day once",
      }),
    from: timeOfDay(TIME, "expected HH:MM"),
    to: timeOfDay(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "expected HH:MM, at most 24:00"),
    time_zone: timeZone(),
    per_domain_hourly_limit: whole(1, 1_000_000).nullable(),
    undo_seconds: whole(0, 3_600),
    footer: textUpTo(5_000).nullable(),
    four_eyes: z.boolean(),
    html: z.boolean(),
  })
  .partial()

/** Query of `GET …/sending/preview`. */
export const PreviewSending = z.strictObject({ step_index: wholeNumber(1, 32).default(1) })

/** Query of `GET …/sending/history`. */
export const ListSendingHistory = z.strictObject({ ...pageParam() })

/** Body of `POST …/sending`. */
export const ScheduleSends = z.strictObject({
  step_index: whole(1, 32),
  campaign_lead_ids: leadIds().nullable().optional(),
})

export type ListSendingHistoryType = z.infer<typeof ListSendingHistory>
export type PreviewSendingType = z.infer<typeof PreviewSending>
export type ScheduleSendsType = z.infer<typeof ScheduleSends>
