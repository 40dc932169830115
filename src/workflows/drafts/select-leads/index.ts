import type { PlaygroundModuleService } from "../../../modules/playground"
import type { CampaignSource, StepSnapshot } from "../../../ports"
import type { GenerateDraftsInput } from "../generate-drafts-input"
import type { LeadChoice } from "./lead-choice"
import { selectFirstLeads } from "./select-first-leads"
import { selectNamedLeads } from "./select-named-leads"
import { selectSampledLeads } from "./select-sampled-leads"
import { selectUndraftedLeads } from "./select-undrafted-leads"

export { ALL_WITHDRAWN, someLeads } from "./lead-choice"

/** Which leads a batch is for. */
export type LeadsRequest = Pick<
  GenerateDraftsInput,
  "campaign_id" | "step_index" | "n_leads" | "campaign_lead_ids" | "lead_selection" | "sample_seed"
>

type Ledger = Pick<PlaygroundModuleService, "listApprovedLeadIds" | "draftedLeads">

/**
 * The leads that a batch drafts for, in lead order: those that were named, else those that the request
 * chooses.
 *
 * @param step read meanwhile: a lead may be chosen before it is known
 * @throws MedusaError NOT_FOUND for a named lead that is not of the campaign, NOT_ALLOWED for one whose
 *   variant of the step is a template
 */
export async function selectLeads(
  source: CampaignSource,
  ledger: Ledger,
  request: LeadsRequest,
  step: Promise<StepSnapshot>
): Promise<LeadChoice> {
  const { campaign_lead_ids, lead_selection = "first", sample_seed = 0 } = request
  if (campaign_lead_ids) return selectNamedLeads(source, request, campaign_lead_ids)
  switch (lead_selection) {
    case "first":
      return selectFirstLeads(source, request, ledger)
    case "undrafted":
      return selectUndraftedLeads(source, request, ledger, step)
    case "sample":
      return selectSampledLeads(source, request, ledger, sample_seed)
    default: {
      const never: never = lead_selection
      return never
    }
  }
}
