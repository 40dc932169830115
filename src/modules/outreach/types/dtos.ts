import type { EmailConsent, JsonObject } from "../../../ports"

export const CAMPAIGN_STATUSES = ["draft", "active", "paused", "completed"] as const
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number]

export type { EmailConsent }

export const VARIANT_TYPES = ["TEMPLATE", "PERSONALIZATION"] as const
export type VariantType = (typeof VARIANT_TYPES)[number]

/** A sender profile as the API answers it. */
export interface SenderProfileDTO {
  id: string
  profile_name: string
  description: string | null
  custom_prompt: string | null
  sender_data: JsonObject
  is_default: boolean
  created_at: Date
  updated_at: Date
}

/** What a sender profile is made of; on update absent leaves alone and null clears. */
export interface SenderProfileInput {
  /** 1 to 100 characters. */
  profile_name: string
  /** At most 500 characters. */
  description?: string | null
  /** At most 32,000 characters. */
  custom_prompt?: string | null
  /** At most 32 kB as JSON. */
  sender_data?: JsonObject
  /** True takes it from the profile that has it. */
  is_default?: boolean
}

/** One labelled form of a step. */
export interface StepVariantDTO {
  /** 1 to 10 characters, unique in the step. */
  label: string
  /** Greater than 0: its share of the leads that enter from now on. */
  weight: number
  type: VariantType
  /** Required for `TEMPLATE`. */
  template: { subject: string; body: string } | null
  /** Null: the campaign's sender. */
  sender_profile_id: string | null
  /** Of a `PERSONALIZATION`: goes before the campaign's prompt. Absent or null: none. */
  prompt?: string | null
}

export interface CampaignStepDTO {
  /** 1 to 32, unique in the campaign. */
  step_index: number
  delay_days: number
  channel: string
  /** 1 to 10. */
  variants: StepVariantDTO[]
}

/** A campaign as the API answers it. */
export interface CampaignDTO {
  id: string
  name: string
  description: string | null
  status: CampaignStatus
  system_prompt: string | null
  sender_profile_id: string | null
  promotion_campaign_id: string | null
  created_at: Date
  updated_at: Date
  /** In order of `step_index`. */
  steps: CampaignStepDTO[]
}

/** What a campaign is made of; on update absent leaves alone, null clears, `steps` replaces all. */
export interface CampaignInput {
  name: string
  description?: string | null
  status?: CampaignStatus
  system_prompt?: string | null
  sender_profile_id?: string | null
  promotion_campaign_id?: string | null
  steps?: CampaignStepDTO[]
}

/** A lead as the API answers it. */
export interface CampaignLeadDTO {
  id: string
  campaign_id: string
  email: string
  first_name: string | null
  last_name: string | null
  company: string | null
  title: string | null
  customer_id: string | null
  email_consent: EmailConsent
  attributes: JsonObject
  created_at: Date
  updated_at: Date
}

/** What a lead is made of. */
export interface CampaignLeadInput {
  email: string
  first_name?: string | null
  last_name?: string | null
  company?: string | null
  title?: string | null
  customer_id?: string | null
  /** @default "unknown" */
  email_consent?: EmailConsent
  /** At most 32 kB as JSON. */
  attributes?: JsonObject
}

/** What came of leads that were added or brought up to date. */
export interface SyncedLeadsDTO {
  /** Ids of those that were added, in lead order. */
  created: string[]
  /** Ids of those that are another now. */
  updated: string[]
}

/** What would come of them. */
export interface ExaminedLeadsDTO {
  created: number
  /** Known, and would be another. */
  updated: number
  /** Known, and the same. */
  unchanged: number
}
