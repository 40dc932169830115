import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { retrieveBatchSummary } from "../sql/reads/list-batches"
import { listComparedLeads } from "../sql/reads/list-compared-leads"
import { listDraftsOfLeads } from "../sql/reads/list-drafts"
import { countPromptVersions, listPromptVersions } from "../sql/reads/list-prompt-versions"
import { retrieveBatch } from "../sql/reads/retrieve-batch"
import type { BatchComparisonDTO, PromptVersionPageDTO } from "./dtos"
import type { DraftDTO } from "../batches/dtos"
import { toBatch, toCostDTO, toDraft, toUsage } from "../batches/to-dto"
import type { Page, StepPage } from "../batches/page"

/** What prompts came to, side by side. */
export class PromptComparison {
  constructor(
    private readonly manager_: () => Promise<EntityManager>,
    /** The currency of prices. */
    private readonly currency_: string
  ) {}

  /** A page of the campaign's prompt versions, last used first. */
  async listVersions(
    campaign_id: string,
    { step_index, ...page }: StepPage
  ): Promise<PromptVersionPageDTO> {
    const manager = await this.manager_()
    return withoutParameters("list prompt versions", async () => {
      const [rows, count] = await Promise.all([
        listPromptVersions(manager, { campaign_id, step_index, ...page }),
        countPromptVersions(manager, { campaign_id, step_index }),
      ])
      const prompts = rows.map((row) => {
        const { pending, running, succeeded, failed, cancelled, total, ...version } = row
        const { input_tokens, cached_input_tokens, output_tokens, cost, ...rest } = version
        return {
          ...rest,
          counts: { pending, running, succeeded, failed, cancelled, total },
          usage: toUsage({ input_tokens, cached_input_tokens, output_tokens }),
          cost: toCostDTO(cost, this.currency_),
        }
      })
      return { prompts, count, ...page }
    })
  }

  /**
   * Both drafts of each lead of two batches, side by side.
   *
   * @throws MedusaError NOT_FOUND for a batch not of the campaign, INVALID_DATA for batches of two steps
   */
  async compareBatches(
    campaign_id: string,
    batch_ids: readonly [string, string],
    page: Page
  ): Promise<BatchComparisonDTO> {
    const manager = await this.manager_()
    return withoutParameters("compare batches", async () => {
      const [first, second] = await Promise.all([
        this.read_(manager, campaign_id, batch_ids[0]),
        this.read_(manager, campaign_id, batch_ids[1]),
      ])
      if (first.batch.step_index !== second.batch.step_index) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `Batch ${batch_ids[0]} is of step ${first.batch.step_index}, batch ${batch_ids[1]} of step ` +
            `${second.batch.step_index}: name two of the same step (field batch_ids).`,
          "two_steps"
        )
      }
      const { lead_ids, count } = await listComparedLeads(manager, { batch_ids, ...page })
      const draftsOf = async ({ row }: typeof first) => {
        const drafts = await listDraftsOfLeads(manager, { batch_id: row.id, lead_ids })
        return new Map(drafts.map((draft) => [draft.campaign_lead_id, toDraft(row, draft)]))
      }
      const [left, right] = await Promise.all([draftsOf(first), draftsOf(second)])
      return {
        campaign_id,
        step_index: first.batch.step_index,
        batches: [first.batch, second.batch],
        leads: lead_ids.map((campaign_lead_id) => ({
          campaign_lead_id,
          drafts: pairOf(left.get(campaign_lead_id), right.get(campaign_lead_id)),
        })),
        count,
        ...page,
      }
    })
  }

  private async read_(manager: EntityManager, campaign_id: string, batch_id: string) {
    const [row, summary] = await Promise.all([
      retrieveBatch(manager, { campaign_id, batch_id }),
      retrieveBatchSummary(manager, { campaign_id, batch_id }),
    ])
    if (row && summary) {
      // The prompts' texts are no part of a comparison.
      const { prompt: _, ...totals } = summary
      return { row, batch: toBatch(totals, this.currency_) }
    }
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Campaign ${campaign_id} has no batch ${batch_id} (field batch_ids).`
    )
  }
}

const pairOf = (
  left: DraftDTO | undefined,
  right: DraftDTO | undefined
): [DraftDTO | null, DraftDTO | null] => [left ?? null, right ?? null]
