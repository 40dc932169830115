import type { CustomerFacts } from "./customer-facts"

/** A value that survives `JSON.stringify` and Postgres `jsonb` unchanged. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** A JSON object, as snapshots and free-form attributes carry them. */
export type JsonObject = { [key: string]: Json }

/** Who a mail is from, frozen when the batch is created. */
export interface SenderSnapshot {
  id: string
  profile_name: string
  /** The second place where a batch looks for its prompt, after the campaign's `system_prompt`. */
  custom_prompt: string | null
  /** Free-form facts about the sender: `name`, `signature`, `calendar_url`, … */
  data: JsonObject
}

/** A campaign as one batch saw it. Only what prompts and generators may use. */
export interface CampaignSnapshot {
  id: string
  name: string
  description: string | null
  /** The first place where a batch looks for its prompt. Null or blank: none. */
  system_prompt: string | null
}

/** One labelled form of a step. */
export interface VariantSnapshot {
  label: string
  /** `PERSONALIZATION`: drafted per lead. `TEMPLATE`: the same text for all, never drafted. */
  type: "PERSONALIZATION" | "TEMPLATE"
  /** Set when this variant is sent by somebody else than the step's sender. */
  sender: SenderSnapshot | null
  /** The first place where a task of this variant looks for its prompt, unless the request has one. */
  prompt?: string | null
}

/** A campaign step as one batch saw it. */
export interface StepSnapshot {
  /** 1 to 32. */
  step_index: number
  /** Days after the previous step. */
  delay_days: number
  /** `email` for the bundled source. */
  channel: string
  /** Null when neither the campaign nor the host names a sender. */
  sender: SenderSnapshot | null
  variants: VariantSnapshot[]
  /**
   * Changes exactly when something changes that a draft of this step depends on (sender, variants,
   * channel, delay). Approving a draft whose step fingerprint is no longer current answers 422.
   * `fingerprint()` from this package makes one.
   */
  fingerprint: string
}

/** A lead as one draft task saw it. Untrusted: whoever filled in a form wrote it. */
export interface LeadSnapshot {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
  company: string | null
  title: string | null
  attributes: JsonObject
  /** Set by the playground, not by a campaign source: for a lead that is the host's customer. */
  customer?: CustomerFacts
}

/** What somebody said about being written to; `unknown`: nothing. */
export const EMAIL_CONSENTS = ["unknown", "granted", "withdrawn"] as const
export type EmailConsent = (typeof EMAIL_CONSENTS)[number]

/** A lead together with the variant of the step that it is assigned to. */
export interface AssignedLead {
  lead: LeadSnapshot
  /** Label of a PERSONALIZATION variant of the step. */
  variant_label: string
  /**
   * Whether the lead may be written to. Drafts are never generated for one that says `withdrawn`. It is
   * no part of the lead's fingerprint: a draft does not depend on it.
   * @default "unknown"
   */
  email_consent?: EmailConsent
  /**
   * The host's customer (`cus_…`) whom the lead is: the playground adds what the shop knows.
   * @default null
   */
  customer_id?: string | null
}
