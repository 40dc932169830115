import { MedusaError } from "@medusajs/framework/utils"
import type { AssignedLead, CampaignSource } from "../../ports"
import type { GenerateDraftsInput } from "./types"

type Selection = Pick<GenerateDraftsInput, "campaign_id" | "step_index" | "n_leads">

/** The first `n_leads` of the step that are eligible, in lead order; fewer when there are fewer. */
export async function selectFirstLeads(
  source: CampaignSource,
  { campaign_id, step_index, n_leads }: Selection
): Promise<AssignedLead[]> {
  const page = await source.listStepLeads({ campaign_id, step_index, after: null, limit: n_leads })
  if (page.leads.length > 0) return page.leads
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Campaign ${campaign_id} has no lead to draft for in step ${step_index}: none is assigned to a ` +
      "PERSONALIZATION variant. Add leads, or give the step such a variant."
  )
}

/**
 * Exactly the leads that were named, in lead order.
 *
 * @throws MedusaError NOT_FOUND for one that is not of the campaign, NOT_ALLOWED for one whose
 *   variant of the step is a template
 */
export async function selectNamedLeads(
  source: CampaignSource,
  { campaign_id, step_index }: Selection,
  lead_ids: string[]
): Promise<AssignedLead[]> {
  const leads = await source.listStepLeadsById({ campaign_id, step_index, lead_ids })
  const found = new Set(leads.map(({ lead }) => lead.id))
  const missing = lead_ids.filter((id) => !found.has(id))
  if (missing.length === 0) return leads

  const known = new Set(await source.listCampaignLeadIds(campaign_id, missing))
  const unknown = missing.find((id) => !known.has(id))
  if (unknown) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Campaign ${campaign_id} has no lead ${unknown} (field campaign_lead_ids).`
    )
  }
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Lead ${missing[0]} is not assigned to a PERSONALIZATION variant of step ${step_index}: there is ` +
      "nothing to draft for it (field campaign_lead_ids)."
  )
}
