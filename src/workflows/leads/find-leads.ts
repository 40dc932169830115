import type { MedusaContainer } from "@medusajs/framework/types"
import type { CampaignLeadDTO, LeadSearch } from "../../modules/outreach"
import type { LeadProgressFilter } from "../../modules/playground"
import { resolveOutreach, resolvePlayground } from "../common/resolve-modules"

/** What `GET /campaigns/{campaign_id}/leads` asks for. */
export interface FindLeadsRequest extends LeadSearch, LeadProgressFilter {
  campaign_lead_ids?: string[]
}

/**
 * A page of a campaign's leads, in lead order, with how many there are. How they stand is the ledger's
 * to say, the rest the campaign source's: the first answers ids, the second looks among them.
 */
export async function findLeads(
  container: MedusaContainer,
  campaign_id: string,
  request: FindLeadsRequest
): Promise<[CampaignLeadDTO[], number]> {
  const { has_draft, approved, failed, flagged, campaign_lead_ids, ...search } = request
  const filter = { has_draft, approved, failed, flagged }
  const isAsked = Object.values(filter).some((value) => value !== undefined)
  const standing = isAsked
    ? await resolvePlayground(container).draftedLeads.find(
        campaign_id,
        search.step_index ?? null,
        filter
      )
    : {}
  return resolveOutreach(container).searchCampaignLeads(campaign_id, {
    ...search,
    ids: campaign_lead_ids,
    ...standing,
  })
}
