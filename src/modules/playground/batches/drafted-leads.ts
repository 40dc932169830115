import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import {
  countDraftsOfCampaigns,
  countDraftsOfLeads,
  type DraftCounts,
} from "../sql/reads/count-drafts"
import { retrieveDraftFrontier, saveDraftFrontier, type DraftFrontier } from "../sql/draft-frontier"
import {
  listLeadIdsByProgress,
  type LeadProgressFilter,
} from "../sql/reads/list-lead-ids-by-progress"
import { listDraftedLeadIds } from "../sql/reads/list-drafted-lead-ids"

/** The step that is asked about, as it is now. */
interface StepKey {
  campaign_id: string
  step_index: number
  step_fingerprint: string
}

/** Leads by their ids: only these, or all but these. */
export interface LeadsByProgress {
  only_ids?: string[]
  except_ids?: string[]
}

/** Which leads have a draft, how many, and up to where that is known. */
export class DraftedLeads {
  constructor(private readonly manager_: () => Promise<EntityManager>) {}

  /** Those of `lead_ids` that have a draft of the step in any batch. */
  async listIds(
    { campaign_id, step_index }: Omit<StepKey, "step_fingerprint">,
    campaign_lead_ids: readonly string[]
  ): Promise<string[]> {
    const manager = await this.manager_()
    const rows = await withoutParameters("list drafted leads", () =>
      listDraftedLeadIds(manager, { campaign_id, step_index, campaign_lead_ids })
    )
    return rows.map((row) => row.campaign_lead_id)
  }

  /**
   * Which leads stand so. The ledger knows only those that it has tasks or approvals of: where every
   * other lead stands so too, it answers those that do not.
   *
   * @param step_index null: in any step
   */
  async find(
    campaign_id: string,
    step_index: number | null,
    filter: LeadProgressFilter
  ): Promise<LeadsByProgress> {
    const manager = await this.manager_()
    const areOthersMeant = Object.values(filter).every((value) => value !== true)
    const rows = await withoutParameters("find leads", () =>
      listLeadIdsByProgress(manager, { campaign_id, step_index, filter, matches: !areOthersMeant })
    )
    const ids = rows.map(({ id }) => id)
    return areOthersMeant ? { except_ids: ids } : { only_ids: ids }
  }

  /** What these campaigns have, by their ids. */
  async countOfCampaigns(campaign_ids: readonly string[]): Promise<Map<string, DraftCounts>> {
    const manager = await this.manager_()
    return byId(
      await withoutParameters("count drafts", () => countDraftsOfCampaigns(manager, campaign_ids))
    )
  }

  /** What these leads of a campaign have, by their ids. */
  async countOfLeads(
    campaign_id: string,
    campaign_lead_ids: readonly string[]
  ): Promise<Map<string, DraftCounts>> {
    const manager = await this.manager_()
    return byId(
      await withoutParameters("count drafts of leads", () =>
        countDraftsOfLeads(manager, { campaign_id, campaign_lead_ids })
      )
    )
  }

  /** Null: nothing is known, or the step has changed since. */
  async retrieveFrontier(step: StepKey): Promise<DraftFrontier | null> {
    const manager = await this.manager_()
    return withoutParameters("read frontier", () => retrieveDraftFrontier(manager, step))
  }

  async saveFrontier(step: StepKey, frontier: DraftFrontier): Promise<void> {
    const manager = await this.manager_()
    await withoutParameters("save frontier", () =>
      saveDraftFrontier(manager, { ...step, ...frontier })
    )
  }
}

const byId = (rows: (DraftCounts & { id: string })[]): Map<string, DraftCounts> =>
  new Map(rows.map(({ id, ...counts }) => [id, counts]))
