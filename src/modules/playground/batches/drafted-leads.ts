import type { Logger } from "@medusajs/framework/types"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import {
  countDraftsOfCampaigns,
  countDraftsOfLeads,
  type DraftCounts,
} from "../sql/reads/count-drafts"
import {
  retrieveDraftFrontier,
  saveDraftFrontier,
  type DraftFrontier,
  type StoredFrontier,
} from "../sql/draft-frontier"
import {
  listLeadIdsByProgress,
  type LeadProgressFilter,
} from "../sql/reads/list-lead-ids-by-progress"
import { listLeadStandings, type LeadStandingRow } from "../sql/reads/list-lead-standings"

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
  constructor(
    private readonly manager_: () => Promise<EntityManager>,
    private readonly logger_: Pick<Logger, "warn">
  ) {}

  /** Those of these leads that have a draft of the step in any batch, or an approved e-mail of it. */
  async listStandings(
    { campaign_id, step_index }: Omit<StepKey, "step_fingerprint">,
    campaign_lead_ids: readonly string[]
  ): Promise<LeadStandingRow[]> {
    if (campaign_lead_ids.length === 0) return []
    const manager = await this.manager_()
    return withoutParameters("list how leads stand", () =>
      listLeadStandings(manager, { campaign_id, step_index, campaign_lead_ids })
    )
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

  /** Null: nothing is known. Of a step that has changed since (`step_fingerprint`), nothing is either. */
  async retrieveFrontier({
    campaign_id,
    step_index,
  }: Omit<StepKey, "step_fingerprint">): Promise<StoredFrontier | null> {
    const manager = await this.manager_()
    return withoutParameters("read frontier", () =>
      retrieveDraftFrontier(manager, { campaign_id, step_index })
    )
  }

  /** Nobody waits for it: one that is lost is found again. */
  noteFrontier(step: StepKey, { after, passed_over }: DraftFrontier): void {
    this.manager_()
      .then((manager) =>
        withoutParameters("save frontier", () =>
          saveDraftFrontier(manager, { ...step, after, passed_over })
        )
      )
      .catch((error: unknown) =>
        this.logger_.warn(
          `playground: could not note how far campaign ${step.campaign_id} is drafted: ${String(error)}`
        )
      )
  }
}

const byId = (rows: (DraftCounts & { id: string })[]): Map<string, DraftCounts> =>
  new Map(rows.map(({ id, ...counts }) => [id, counts]))
