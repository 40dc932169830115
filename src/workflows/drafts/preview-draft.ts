import type { MedusaContainer } from "@medusajs/framework/types"
import type { DraftPreviewDTO } from "../../modules/playground"
import { withCustomerFacts } from "../customers/with-customer-facts"
import { retrieveCampaign } from "../campaigns/steps/retrieve-campaign"
import { retrieveStep } from "../campaigns/retrieve-step"
import { resolveCampaignSource, resolvePlayground } from "../common/resolve-modules"
import { readAttributes } from "../leads/read-attributes"
import { ALL_WITHDRAWN, selectLeads, someLeads, type LeadsRequest } from "./select-leads"
import { readNamedLeads } from "./select-leads/select-named-leads"

/** What `POST /campaigns/{campaign_id}/playground/preview` asks for: the batch, and one lead of it. */
export interface PreviewDraftRequest extends LeadsRequest {
  /** Whose mail is shown. Null: that of the batch's first lead. */
  campaign_lead_id: string | null
  /** Null or blank: the campaign's, the sender's or the default prompt. */
  custom_prompt: string | null
}

/**
 * What generating would send for one lead, and for which leads of the batch it could. A plain read,
 * hence no workflow: no model is called, and nothing is stored but how far leads were looked through.
 *
 * @throws MedusaError as the workflow `generate-drafts` does, but not where all leads have withdrawn their
 *   consent, or where the lead that is asked for can be shown
 */
export async function previewDraft(
  container: MedusaContainer,
  { campaign_lead_id, custom_prompt, ...request }: PreviewDraftRequest
): Promise<DraftPreviewDTO> {
  const { campaign_id, step_index } = request
  const campaign = await retrieveCampaign(container, campaign_id)
  const source = resolveCampaignSource(container)
  const playground = resolvePlayground(container)
  const step = await retrieveStep(source, campaign_id, step_index)
  const attributes = await readAttributes(source, campaign_id)
  const prompt = playground.planner.resolvePrompt({ custom_prompt, campaign, step, attributes })
  const [asked] = campaign_lead_id ? await readNamedLeads(source, request, [campaign_lead_id]) : []
  const choice = await selectLeads(source, playground, request, Promise.resolve(step))
  const { withdrawn } = choice
  // Where all said no, the mail of one of them is shown with the number: it is written to nobody.
  const shown = asked ?? (choice.nobody?.code === ALL_WITHDRAWN ? withdrawn.first : null)
  const chosen = shown ? choice.leads : someLeads(choice)
  const [first, ...others] = await withCustomerFacts(container, shown ? [shown, ...chosen] : chosen)
  return playground.planner.previewDraft({
    campaign,
    step,
    prompt,
    lead: first,
    leads: shown || !first ? others : [first, ...others],
    withdrawn: withdrawn.count,
    n_leads: request.n_leads,
  })
}
