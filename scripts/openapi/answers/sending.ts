import { z } from "@medusajs/framework/zod"
import { SENDING_ACTIONS, SUPPRESSION_REASONS } from "../../../src/modules/delivery/types/dtos"
import { HOLD_REASONS } from "../../../src/modules/delivery/sql/hold-reason"
import { RESOLUTIONS, SEND_STATUSES } from "../../../src/modules/delivery/state-machine"
import { WEEKDAYS } from "../../../src/modules/delivery/types/dtos"
import { count, id, instant, page, stepIndex } from "./parts"

const text = () => z.string().nullable()

/** How a campaign sends. */
export const SendingSettings = z
  .strictObject({
    transport: text().meta({ description: "Null: the one of the option `sending.transport`." }),
    daily_limit: count().nullable().meta({ description: "On one local day; null: no limit." }),
    min_interval_seconds: count(),
    jitter_seconds: count(),
    days: z.array(z.enum(WEEKDAYS)),
    from: z.string(),
    to: z.string(),
    time_zone: z.string(),
    per_domain_hourly_limit: count().nullable(),
    undo_seconds: count(),
    footer: text().meta({ description: "Null: nothing is sent." }),
    four_eyes: z.boolean(),
    html: z.boolean(),
  })
  .meta({ id: "SendingSettings" })

const HeldBack = z
  .strictObject({ reason: z.enum(HOLD_REASONS), count: count() })
  .meta({ id: "HeldBack" })

export const SendingPreview = z
  .strictObject({
    campaign_id: id(),
    step_index: stepIndex(),
    ready: count(),
    held_back: z.array(HeldBack),
    days: z.array(z.strictObject({ date: z.iso.date(), count: count() })),
    footer: text(),
    transport: z.string(),
    is_paused: z.boolean(),
    counts: z.strictObject({
      scheduled: count(),
      in_flight: count(),
      accepted: count(),
      rejected: count(),
      unknown: count(),
      cancelled: count(),
    }),
  })
  .meta({ id: "SendingPreview" })

export const ScheduledSends = z
  .strictObject({
    campaign_id: id(),
    step_index: stepIndex(),
    scheduled: count(),
    held_back: z.array(HeldBack),
    undo_until: instant()
      .nullable()
      .meta({ description: "Until when nothing of it goes; null when nothing was scheduled." }),
  })
  .meta({ id: "ScheduledSends" })

/** One approved mail on its way to one lead. */
export const Send = z
  .strictObject({
    id: id(),
    campaign_lead_id: id(),
    recipient: text().meta({ description: "Null once retention has taken it." }),
    step_index: stepIndex(),
    status: z.enum(SEND_STATUSES),
    due_at: instant()
      .nullable()
      .meta({ description: "Null while an earlier step is not accepted." }),
    scheduled_by: z.string(),
    scheduled_at: instant(),
    attempt: count(),
    transport: text(),
    accepted_at: instant().optional(),
    message_id: z.string().optional(),
    error: z.strictObject({ code: z.string(), message: text() }).optional(),
    bounced_at: instant().optional(),
    complained_at: instant().optional(),
    resolved_by: z.string().optional(),
  })
  .meta({ id: "Send" })

export const SendPage = z.strictObject({ sends: z.array(Send), ...page() })

/** An address or a domain that no campaign writes to. */
export const Suppression = z
  .strictObject({
    id: id(),
    kind: z.enum(["address", "domain", "hash"]),
    value: z.string(),
    reason: z.enum(SUPPRESSION_REASONS),
    source: z.string(),
    created_by: z.string(),
    created_by_name: text().meta({ description: "Null: no person did, or who did is gone." }),
    created_at: instant(),
  })
  .meta({ id: "Suppression" })

export const SuppressionPage = z.strictObject({ suppressions: z.array(Suppression), ...page() })

export const LiftedSuppression = Suppression.extend({
  lifted_by: z.string(),
  lifted_by_name: text().meta({ description: "Null: who took it off is gone." }),
  lifted_at: instant(),
  note: text().meta({ description: "Why; null: not said." }),
}).meta({ id: "LiftedSuppression" })

export const LiftedSuppressionPage = z.strictObject({
  lifted: z.array(LiftedSuppression),
  ...page(),
})

export const AddedSuppressions = z
  .strictObject({
    added: count(),
    skipped: count().meta({ description: "They were there already." }),
    errors: z.array(z.strictObject({ line: count(), message: z.string() })),
  })
  .meta({ id: "AddedSuppressions" })

export const SendingEvent = z
  .strictObject({
    id: z.string(),
    action: z.enum(SENDING_ACTIONS),
    actor: z.string(),
    actor_name: text().meta({ description: "Null: nobody acted, or who did is gone." }),
    created_at: instant(),
    step_index: stepIndex().nullable().meta({ description: "Of `schedule` and `resolve`." }),
    count: count().nullable().meta({ description: "How many mails were scheduled or cancelled." }),
    reason: text().meta({ description: "Of `cancel`: `cancelled` where a person took back." }),
    as: z.enum(RESOLUTIONS).nullable(),
    changed: z
      .array(z.string())
      .nullable()
      .meta({ description: "Of `settings`: what of `sending` was changed." }),
    send_id: id().nullable(),
    campaign_lead_id: id().nullable(),
    recipient: text().meta({
      description: "Whom it concerns; null where it concerns all, or retention has taken it.",
    }),
  })
  .meta({ id: "SendingEvent" })

export const SendingHistory = z.strictObject({ history: z.array(SendingEvent), ...page() })

export const Transports = z.strictObject({
  transports: z.array(
    z
      .strictObject({
        id: z.string(),
        is_default: z.boolean(),
        default_from: text(),
        is_trial: z.boolean().meta({ description: "It keeps mails instead of sending them." }),
      })
      .meta({ id: "Transport" })
  ),
})

export const OutboxMailRead = z.strictObject({
  mail: z
    .strictObject({
      id: id(),
      message_id: z.string(),
      recipient: z.string(),
      from: z.string(),
      to: z.string(),
      subject: z.string(),
      text: z.string(),
      html: text(),
      headers: z.array(z.strictObject({ name: z.string(), value: z.string() })),
      eml: z.string(),
      created_at: instant(),
    })
    .meta({ id: "ReadMail" }),
})

export const OutboxPage = z.strictObject({
  mails: z.array(
    z
      .strictObject({
        id: id(),
        message_id: z.string(),
        recipient: z.string(),
        subject: z.string(),
        eml: z.string().meta({ description: "The mail as it would arrive." }),
        created_at: instant(),
      })
      .meta({ id: "OutboxMail" })
  ),
  ...page(),
})
