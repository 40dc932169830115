import type * as outreach from "../../../modules/outreach/types/dtos"
import type * as comparison from "../../../modules/playground/comparison/dtos"
import type * as playground from "../../../modules/playground/batches/dtos"
import type * as review from "../../../modules/playground/review/dtos"
import type { Serialized } from "../common/serialized"

export type Campaign = Serialized<outreach.CampaignDTO>
export type Lead = Serialized<outreach.CampaignLeadDTO>
export type SenderProfile = Serialized<outreach.SenderProfileDTO>
export type DraftCounts = playground.DraftCounts
export type LeadPage = {
  leads: (Lead & DraftCounts)[]
  count: number
  offset: number
  limit: number
}

export type Batch = Serialized<playground.DraftBatchDTO>
export type BatchDetail = Serialized<playground.DraftBatchDetailDTO>
export type BatchStatus = Serialized<playground.DraftBatchStatusDTO>
export type CreatedBatch = Serialized<playground.CreatedDraftBatchDTO>
export type BatchPage = Serialized<playground.DraftBatchPageDTO>
export type Counts = playground.DraftTaskCounts
export type Draft = Serialized<playground.CheckedDraftDTO>
export type DraftPage = Serialized<playground.DraftPageDTO>
export type Preview = Serialized<playground.DraftPreviewDTO>
export type BatchPreview = Preview["batch"]
export type LeadProgress = Serialized<playground.LeadProgressDTO>
export type Cost = playground.CostDTO

export type ApprovedEntry = Serialized<review.ApprovedEntryDTO>
export type LeadReview = Serialized<review.LeadReviewDTO>
export type RejectedDrafts = Serialized<review.RejectedDraftsDTO>
export type UnapprovedDrafts = Serialized<review.UnapprovedDraftsDTO>
export type ApprovedDrafts = Serialized<review.ApprovedDraftsDTO>

export type Comparison = Serialized<comparison.BatchComparisonDTO>
export type PromptVersion = Serialized<comparison.PromptVersionDTO>
export type PromptVersionPage = Serialized<comparison.PromptVersionPageDTO>
