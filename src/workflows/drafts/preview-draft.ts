import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { DraftPreviewDTO } from "../../modules/playground"
import { withCustomerFacts } from "../customers/with-customer-facts"
import { selectFirstLeads, selectNamedLeads } from "./select-leads"
import { resolveCampaignSource, resolvePlayground } from "../common/resolve-modules"
import { retrieveCampaign } from "../campaigns/steps/retrieve-campaign"
import { readAttributes } from "../leads/read-attributes"
import { retrieveStep } from "../campaigns/retrieve-step"

/** What `POST /campaigns/{campaign_id}/playground/preview` asks for. */
export interface PreviewDraftRequest {
  campaign_id: string
  step_index: number
  /** Null: the first lead that a batch would draft for. */
  campaign_lead_id: string | null
  /** Null or blank: the campaign's, the sender's or the default prompt. */
  custom_prompt: string | null
  /** For how many leads a batch is estimated, 1 to 200. */
  n_leads: number
}

/**
 * What generating would send for one lead, and what a batch would cost. A plain read, hence no
 * workflow: nothing is stored and no model is called.
 *
 * @throws MedusaError as the workflow `generate-drafts` does
 */
export async function previewDraft(
  container: MedusaContainer,
  { campaign_id, step_index, campaign_lead_id, custom_prompt, n_leads }: PreviewDraftRequest
): Promise<DraftPreviewDTO> {
  const campaign = await retrieveCampaign(container, campaign_id)
  const source = resolveCampaignSource(container)
  const playground = resolvePlayground(container)
  const step = await retrieveStep(source, campaign_id, step_index)
  const attributes = await readAttributes(source, campaign_id)
  const prompt = playground.resolvePrompt({ custom_prompt, campaign, step, attributes })
  const selection = { campaign_id, step_index, n_leads: 1 }
  const leads = campaign_lead_id
    ? await selectNamedLeads(source, selection, [campaign_lead_id])
    : await selectFirstLeads(source, selection, playground)
  const [lead] = await withCustomerFacts(container, leads)
  if (!lead) throw noLead(campaign_id)
  return playground.previewDraft({ campaign, step, prompt, lead, n_leads })
}

const noLead = (campaign_id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Campaign ${campaign_id} has no lead to preview.`)
