/**
 * The sender addresses of transports, by their ids, for senders without one of their own. Under `""`
 * stands that of campaigns which name no transport.
 */
export type DefaultSenders = Readonly<Record<string, string>>

/** The address of the campaign's transport, as an expression over the alias `sending`. */
export const defaultFromOf = (parameter: `$${number}`): string =>
  `(${parameter}::jsonb ->> coalesce(sending.transport, ''))`

/**
 * Why an approved mail may not go to its lead, as an expression over the aliases `sending` (the row of
 * `delivery_campaign`), `email` (`playground_sendable_email`), `lead` and `sender` (the campaign
 * source's views) and, where there is one, the send. Null: it may go. Preview, scheduling, taking and
 * holding back all ask this one, so that what a person was told is what happens.
 *
 * `actor` is who presses, or has pressed, Send; `defaultFrom` comes from `defaultFromOf`.
 */
export function holdReason({ actor, defaultFrom }: { actor: string; defaultFrom: string }): string {
  return `case
    when lead.campaign_lead_id is null then 'lead_gone'
    when not coalesce(lead.is_active, false) then 'campaign_not_active'
    when sending.footer is null then 'no_footer'
    when coalesce(sender.email, ${defaultFrom}) is null then 'no_sender_address'
    ${PERSONAL_REASONS}
    when sending.four_eyes and email.approved_by = ${actor} then 'four_eyes'
  end`
}

/** Those that do not pass by themselves: a scheduled send is held back for good, until Send again. */
const PERSONAL_REASONS = `
    when email.is_lead_changed then 'lead_changed'
    when lead.email_consent = 'withdrawn' then 'consent_withdrawn'
    when exists (select from delivery_reply as reply
                  where reply.campaign_lead_id = email.campaign_lead_id) then 'replied'
    when delivery_is_suppressed(lead.email) then 'suppressed'`

/** Every reason, in the order in which they are looked at. */
export const HOLD_REASONS = [
  "lead_gone",
  "campaign_not_active",
  "no_footer",
  "no_sender_address",
  "lead_changed",
  "consent_withdrawn",
  "replied",
  "suppressed",
  "four_eyes",
  "not_approved",
  "content_changed",
  "rejected",
  "unknown",
  "previous_step_rejected",
  "no_public_url",
] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

/** What holds a whole campaign back, until somebody changes it: scheduled sends wait. */
export const PASSING_REASONS: readonly HoldReason[] = ["campaign_not_active", "no_footer"]
