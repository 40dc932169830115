/**
 * What the playground tells the host's event bus, once what it says is committed. Each event's data is
 * the interface beside it. A process that dies in between, or a bus that is down, loses the event: it
 * is a hint, and the rows are the truth.
 */
export const PlaygroundEvents = {
  /** A batch has ended: nothing of it is pending or running. {@link BatchEventData} */
  BATCH_FINISHED: "playground.batch.finished",
  /** A batch was cancelled. {@link BatchEventData} */
  BATCH_CANCELLED: "playground.batch.cancelled",
  /** A lead has an approved e-mail for a step, or another one than before. {@link EmailEventData} */
  EMAIL_APPROVED: "playground.email.approved",
  /** A lead's approved e-mail for a step was taken away. {@link EmailEventData} */
  EMAIL_UNAPPROVED: "playground.email.unapproved",
  /** A transport took an approved e-mail. {@link SendEventData} */
  EMAIL_SENT: "playground.email.sent",
  /** A transport refused an approved e-mail for good. {@link SendEventData} */
  EMAIL_REJECTED: "playground.email.rejected",
  /** Nobody knows whether a transport took an approved e-mail: a person decides. {@link SendEventData} */
  EMAIL_UNKNOWN: "playground.email.unknown",
  /** An address or a domain is written to no more. {@link SuppressionEventData} */
  EMAIL_SUPPRESSED: "playground.email.suppressed",
} as const

export interface BatchEventData {
  /** The batch. */
  id: string
  campaign_id: string
  step_index: number
}

/** Never carries the text: `retrieveApprovedEmail` hands it out. */
export interface EmailEventData {
  campaign_id: string
  campaign_lead_id: string
  step_index: number
  /** Null: it was written by a person. */
  draft_id: string | null
}

/** Never carries the address or the text. */
export interface SendEventData {
  /** The send. */
  id: string
  campaign_id: string
  campaign_lead_id: string
  step_index: number
  /** Why it was refused; with `playground.email.rejected` alone. */
  code?: string
}

/** Never carries the address. */
export interface SuppressionEventData {
  /** The suppression. */
  id: string
  reason: "unsubscribed" | "bounced" | "complained" | "manual"
  source: string
}
