import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { retrieveDraftFrontier, saveDraftFrontier, type DraftFrontier } from "../sql/draft-frontier"
import { listDraftedLeadIds } from "../sql/reads/list-drafted-lead-ids"

/** The step that is asked about, as it is now. */
interface StepKey {
  campaign_id: string
  step_index: number
  step_fingerprint: string
}

/** Which leads of a step have a draft, and up to where that is known. */
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
