import type { DraftUsage } from "../../../ports"
import type { CostDTO, DraftBatchDTO, DraftDTO, DraftTaskCounts } from "../batches/dtos"
import type { PageOf } from "../batches/page"
import type { PromptVersionRow } from "../sql/reads/list-prompt-versions"

/** A prompt version of a campaign, with what its drafts come to in all batches. */
export interface PromptVersionDTO extends Omit<
  PromptVersionRow,
  keyof DraftTaskCounts | keyof DraftUsage | "cost"
> {
  counts: DraftTaskCounts
  /** Sums over all answered calls, failed ones among them. */
  usage: DraftUsage
  cost: CostDTO | null
}

/** A page of a campaign's prompt versions, last used first. */
export interface PromptVersionPageDTO extends PageOf {
  prompts: PromptVersionDTO[]
}

/** Two batches of a step, lead by lead. */
export interface BatchComparisonDTO extends PageOf {
  campaign_id: string
  step_index: number
  batches: [DraftBatchDTO, DraftBatchDTO]
  /** In the lead order of the first batch, then those that only the second has. */
  leads: { campaign_lead_id: string; drafts: [DraftDTO | null, DraftDTO | null] }[]
}
