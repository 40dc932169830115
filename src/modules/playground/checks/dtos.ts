import type { PageOf } from "../batches/page"
import type { Check } from "./check-schema"
import type { CheckResult } from "./run-checks"

export type { Check, CheckResult }

/** What the drafts of a campaign must keep. */
export interface CampaignChecksDTO {
  checks: Check[]
  /** Null when nobody has set any. */
  updated_by: string | null
  updated_at: Date | null
}

export interface ReplaceChecksInput {
  campaign_id: string
  checks: Check[]
  updated_by: string
}

/** What the campaign's checks say of a batch now, whenever it was drafted. */
export interface CheckedBatchDTO extends PageOf {
  batch_id: string
  /** Over the whole batch. */
  checks: { check: Check; passed: number; failed: number }[]
  /** A page of them, in lead order. */
  drafts: { draft_id: string; campaign_lead_id: string; results: CheckResult[] }[]
}
