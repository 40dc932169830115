import type * as outreach from "../../../modules/outreach/types/dtos"
import type { Campaign, DraftCounts, Lead, SenderProfile } from "../playground/types"

export type { Campaign, Lead, LeadPage, SenderProfile } from "../playground/types"
export type { ImportReport } from "./import-types"

export type CampaignStatus = outreach.CampaignStatus
export type Step = Campaign["steps"][number]
export type Variant = Step["variants"][number]
export type CampaignPage = { campaigns: (Campaign & DraftCounts)[]; count: number }
export type SenderProfilePage = { sender_profiles: SenderProfile[]; count: number }

/** What a form sends: absent leaves alone, null clears. */
export type CampaignBody = Partial<Omit<outreach.CampaignInput, "steps">> & { steps?: Step[] }
export type LeadBody = Partial<
  Pick<Lead, "email" | "first_name" | "last_name" | "company" | "title">
>
export type SenderProfileBody = Partial<outreach.SenderProfileInput>

export const CAMPAIGN_STATUSES = [
  "draft",
  "active",
  "paused",
  "completed",
] as const satisfies readonly CampaignStatus[]
