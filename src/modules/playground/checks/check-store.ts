import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { listCheckedDrafts, replaceChecks, retrieveChecks } from "../sql/checks/campaign-checks"
import { retrieveBatch } from "../sql/reads/retrieve-batch"
import { ChecksSchema } from "./check-schema"
import type { CampaignChecksDTO, CheckedBatchDTO, ReplaceChecksInput } from "./dtos"
import { runChecks, type CheckResult } from "./run-checks"

/**
 * The checks of a campaign. Their results are not stored: they are run when somebody looks, with the
 * checks of then, so they are never out of date, and a batch of last year is checked like one of today.
 */
export class CheckStore {
  constructor(private readonly manager_: () => Promise<EntityManager>) {}

  async retrieve(campaign_id: string): Promise<CampaignChecksDTO> {
    return this.run_("read checks", async (manager) => {
      const row = await retrieveChecks(manager, campaign_id)
      if (!row) return { checks: [], updated_by: null, updated_at: null }
      return { ...row, checks: ChecksSchema.parse(row.checks) }
    })
  }

  async replace(input: ReplaceChecksInput): Promise<CampaignChecksDTO> {
    await this.run_("replace checks", (manager) => replaceChecks(manager, input))
    return this.retrieve(input.campaign_id)
  }

  /**
   * What the campaign's checks say of each draft of a batch now, by the drafts' ids; null where it has
   * no checks.
   */
  async resultsOf(
    campaign_id: string,
    batch_id: string
  ): Promise<Map<string, CheckResult[]> | null> {
    const { checks } = await this.retrieve(campaign_id)
    if (checks.length === 0) return null
    return this.run_("check drafts", async (manager) => {
      // All of them: a check may look at the others.
      const drafts = await listCheckedDrafts(manager, batch_id)
      const results = await runChecks(checks, drafts)
      return new Map(drafts.map(({ id }, place) => [id, results[place] ?? []]))
    })
  }

  /** @throws MedusaError NOT_FOUND for a batch that is not the campaign's */
  async checkBatch(
    campaign_id: string,
    batch_id: string,
    { offset, limit }: { offset: number; limit: number }
  ): Promise<CheckedBatchDTO> {
    const { checks } = await this.retrieve(campaign_id)
    return this.run_("check batch", async (manager) => {
      if (!(await retrieveBatch(manager, { campaign_id, batch_id }))) {
        throw new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `Campaign ${campaign_id} has no batch ${batch_id}.`
        )
      }
      const drafts = await listCheckedDrafts(manager, batch_id)
      const results = await runChecks(checks, drafts)
      const passedBy = (check: number) => results.filter((found) => found[check]?.passed).length
      return {
        batch_id,
        checks: checks.map((check, place) => ({
          check,
          passed: passedBy(place),
          failed: drafts.length - passedBy(place),
        })),
        drafts: drafts
          .map(({ id, campaign_lead_id }, place) => ({
            draft_id: id,
            campaign_lead_id,
            results: results[place] ?? [],
          }))
          .slice(offset, offset + limit),
        count: drafts.length,
        offset,
        limit,
      }
    })
  }

  private async run_<T>(what: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const manager = await this.manager_()
    return withoutParameters(what, () => work(manager))
  }
}
