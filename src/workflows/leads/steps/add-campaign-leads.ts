import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CampaignLeadInput, SyncedLeadsDTO } from "../../../modules/outreach"
import { resolveOutreach } from "../../common/resolve-modules"

export interface ImportCampaignLeadsInput {
  campaign_id: string
  leads: CampaignLeadInput[]
  /**
   * What happens to leads whose address the campaign has.
   * @default "skip"
   */
  on_existing?: "skip" | "update"
}

/**
 * Undone by deleting the leads that were added; those that were skipped stay, and so do those that
 * were brought up to date, as the next import of the same list would bring them.
 */
export const addCampaignLeadsStep = createStep(
  "add-campaign-leads",
  async ({ campaign_id, leads, on_existing }: ImportCampaignLeadsInput, { container }) => {
    const outreach = resolveOutreach(container)
    const { created, updated }: SyncedLeadsDTO =
      on_existing === "update"
        ? await outreach.syncCampaignLeads(campaign_id, leads)
        : { created: await outreach.addCampaignLeads(campaign_id, leads), updated: [] }
    const counts = {
      created: created.length,
      updated: updated.length,
      skipped: leads.length - created.length - updated.length,
    }
    return new StepResponse({ counts, updated_ids: updated }, { campaign_id, added: created })
  },
  async (undo, { container }) => {
    if (undo) await resolveOutreach(container).deleteCampaignLeads(undo.campaign_id, undo.added)
  }
)
