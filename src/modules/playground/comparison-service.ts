import type { PromptComparison } from "./comparison/prompt-comparison"
import { ReviewService } from "./review-service"
import type { BatchComparisonDTO, PromptVersionPageDTO } from "./comparison/dtos"

/** The comparing part of the playground's service: which prompt does better. */
export abstract class ComparisonService extends ReviewService {
  protected abstract readonly comparison_: PromptComparison

  /** A page of the campaign's prompt versions (of one step, unless that is null), last used first. */
  async listPromptVersions(
    campaign_id: string,
    page: { step_index: number | null; offset: number; limit: number }
  ): Promise<PromptVersionPageDTO> {
    return this.comparison_.listVersions(campaign_id, page)
  }

  /**
   * Both drafts of each lead of two batches, side by side.
   *
   * @throws MedusaError NOT_FOUND for a batch that is not the campaign's, INVALID_DATA for batches of
   *   two steps
   */
  async compareDraftBatches(
    campaign_id: string,
    batch_ids: readonly [string, string],
    page: { offset: number; limit: number }
  ): Promise<BatchComparisonDTO> {
    return this.comparison_.compare(campaign_id, batch_ids, page)
  }
}
