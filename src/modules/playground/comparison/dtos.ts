import type { DraftUsage } from "../../../ports"
import type { PromptSource } from "../state-machine"
import type { CostDTO, DraftBatchDTO, DraftDTO, DraftTaskCounts } from "../batches/dtos"

/** A prompt version of a campaign, with what all its batches come to. */
export interface PromptVersionDTO {
  prompt_version_hash: string
  /** Its whole text. */
  prompt: string
  /** Where the newest batch had it from. */
  prompt_source: PromptSource
  first_used_at: Date
  last_used_at: Date
  batches: number
  counts: DraftTaskCounts
  /** Drafts with at least one flag. */
  flagged: number
  /** Drafts that are approved now. */
  approved: number
  rejected: number
  /** Over the calls of the 50 newest batches that gave a draft; null when there is none. */
  median_latency_ms: number | null
  /** Sums over all answered calls, failed ones among them. */
  usage: DraftUsage
  cost: CostDTO | null
}

/** A page of a campaign's prompt versions, last used first. */
export interface PromptVersionPageDTO {
  prompts: PromptVersionDTO[]
  count: number
  offset: number
  limit: number
}

/** Two batches of a step, lead by lead. */
export interface BatchComparisonDTO {
  campaign_id: string
  step_index: number
  batches: [DraftBatchDTO, DraftBatchDTO]
  /** In the lead order of the first batch, then those that only the second has. */
  leads: { campaign_lead_id: string; drafts: [DraftDTO | null, DraftDTO | null] }[]
  count: number
  offset: number
  limit: number
}
